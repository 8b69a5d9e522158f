# thalweg_add_plugin(NAME SOURCES a.cpp … [METADATA plugin.json])
#
# Builds a plugin of Thalweg's: a library that carries plugin.json, stamped with the SDK's version and the toolchain, so that
# the host can judge it before it loads any code. One of the sources names the node types with THALWEG_PLUGIN(…).
# The sources are also an object library NAME-objects, for tests to link.

# What a program and its plugins must have in common, but for the compiler's version.
set(THALWEG_TOOLCHAIN
    "${CMAKE_SYSTEM_NAME} ${CMAKE_SYSTEM_PROCESSOR} ${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION}"
    CACHE INTERNAL "")

function(thalweg_add_plugin name)
    cmake_parse_arguments(PARSE_ARGV 1 plugin "" "METADATA" "SOURCES")
    if(NOT plugin_METADATA)
        set(plugin_METADATA plugin.json)
    endif()
    get_filename_component(source ${plugin_METADATA} ABSOLUTE)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})

    get_target_property(directories Thalweg::Nodes INTERFACE_INCLUDE_DIRECTORIES)
    string(REGEX REPLACE "\\$<BUILD_INTERFACE:([^>]*)>" "\\1" directories "${directories}")
    find_file(header thalweg/plugin.h PATHS ${directories} NO_DEFAULT_PATH NO_CACHE REQUIRED)
    file(STRINGS ${header} line REGEX "int sdkVersion = [0-9]+")
    string(REGEX MATCH "[0-9]+" sdk "${line}")

    file(READ ${source} json)
    string(JSON json SET "${json}" sdk ${sdk})
    string(JSON json SET "${json}" toolchain "\"${THALWEG_TOOLCHAIN}\"")
    set(directory ${CMAKE_CURRENT_BINARY_DIR}/${name}-entry)
    set(metadata ${directory}/plugin.json)
    file(CONFIGURE OUTPUT ${metadata} CONTENT "${json}\n" @ONLY)
    configure_file(${CMAKE_CURRENT_FUNCTION_LIST_DIR}/plugin_entry.cpp.in ${directory}/plugin_entry.cpp @ONLY)

    add_library(${name}-objects OBJECT ${plugin_SOURCES})
    target_link_libraries(${name}-objects PUBLIC Thalweg::Nodes)
    add_library(${name} MODULE ${directory}/plugin_entry.cpp)
    target_link_libraries(${name} PRIVATE ${name}-objects)
    set_target_properties(${name}-objects ${name} PROPERTIES
        CXX_VISIBILITY_PRESET hidden
        VISIBILITY_INLINES_HIDDEN ON
        POSITION_INDEPENDENT_CODE ON)
    # A product and a sum are never fused into one rounding: results have the same bits on every processor.
    target_compile_options(${name}-objects PRIVATE -ffp-contract=off)
    set_target_properties(${name} PROPERTIES AUTOMOC ON PREFIX "")
    set_source_files_properties(${directory}/plugin_entry.cpp PROPERTIES OBJECT_DEPENDS ${metadata})
endfunction()
