# Installs the build tree `build` and moves what was installed to `prefix`, where it must work as well; nothing in the package
# may speak of the places where it was made.

function(run)
    execute_process(COMMAND ${ARGV} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(REMOVE_RECURSE ${prefix} ${prefix}-first)
run(${CMAKE_COMMAND} --install ${build} --prefix ${prefix}-first)
file(RENAME ${prefix}-first ${prefix})

file(GLOB_RECURSE files ${prefix}/include/* ${prefix}/*.cmake ${prefix}/*.in)
list(LENGTH files count)
if(count LESS 20)
    message(FATAL_ERROR "the package is not whole: ${count} files")
endif()
foreach(file ${files})
    file(READ ${file} text)
    foreach(place ${build} ${source} ${prefix}-first)
        string(FIND "${text}" "${place}" at)
        if(NOT at EQUAL -1)
            message(FATAL_ERROR "${file} speaks of ${place}")
        endif()
    endforeach()
endforeach()

file(GLOB_RECURSE libraries ${prefix}/*.so)
foreach(library ${libraries})
    file(READ_ELF ${library} RUNPATH runpath)
    if(runpath MATCHES "^/")
        message(FATAL_ERROR "${library} looks for libraries in ${runpath}")
    endif()
endforeach()
