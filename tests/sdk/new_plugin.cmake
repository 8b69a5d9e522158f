# Writes the plugin `name` into `folder`, and configures, builds and tests it against what is installed in `prefix`.

function(run)
    execute_process(COMMAND ${ARGV} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

set(project ${folder}/${name})
file(REMOVE_RECURSE ${project})
run(${writer} ${name} ${folder})
set(flags)
if(sanitize)
    set(flags "-DCMAKE_CXX_FLAGS=-fsanitize=${sanitize} -fno-omit-frame-pointer")
endif()
run(${CMAKE_COMMAND} -S ${project} -B ${project}/build -G ${generator}
    -DCMAKE_PREFIX_PATH=${prefix}
    -DCMAKE_CXX_COMPILER=${compiler}
    -DCMAKE_CXX_COMPILER_LAUNCHER=${launcher}
    ${flags})
run(${CMAKE_COMMAND} --build ${project}/build)
run(${CMAKE_CTEST_COMMAND} --test-dir ${project}/build --output-on-failure --no-tests=error)
