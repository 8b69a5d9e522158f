# Warnings, sanitizers and the compiler cache: how everything in the tree is compiled.

option(THALWEG_WARNINGS_AS_ERRORS "A warning stops the build" ON)
set(THALWEG_SANITIZE "" CACHE STRING "Sanitizers to build with: address,undefined or thread")

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow=local -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
    # GCC 12 sees uninitialized values in std::optional where there are none.
    -Wno-maybe-uninitialized)
if(THALWEG_WARNINGS_AS_ERRORS)
    add_compile_options(-Werror)
endif()

# A product and a sum are never fused into one rounding: the bits may not depend on the instruction set.
add_compile_options(-ffp-contract=off)

if(THALWEG_SANITIZE)
    add_compile_options(-fsanitize=${THALWEG_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${THALWEG_SANITIZE})
endif()

find_program(CCACHE ccache)
if(CCACHE)
    # What ccache must overlook to keep objects that were compiled with a precompiled header; and what it is to go by, or
    # it would preprocess each file once more.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime CCACHE_DEPEND=1 ${CCACHE})
endif()
