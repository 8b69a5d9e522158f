# Plugins for tests, named for their fault.

# plugin_fixture(NAME FOR test-target SOURCE file [NODE id] [NEEDS id version]): the plugin fixture.NAME 1.2.0 as
# fixtures/NAME.so in the binary folder. FIXTURE_NODE is the id of its node.
function(plugin_fixture name)
    cmake_parse_arguments(PARSE_ARGV 1 fixture "" "FOR;SOURCE;NODE" "NEEDS")
    set(needs)
    if(fixture_NEEDS)
        list(GET fixture_NEEDS 0 id)
        list(GET fixture_NEEDS 1 version)
        set(needs "{\"id\": \"${id}\", \"version\": \"${version}\"}")
    endif()
    if(NOT fixture_NODE)
        set(fixture_NODE fixture.${name})
    endif()
    set(metadata ${CMAKE_CURRENT_BINARY_DIR}/${name}.json)
    file(CONFIGURE OUTPUT ${metadata} @ONLY CONTENT
        "{\"id\": \"fixture.${name}\", \"version\": \"1.2.0\", \"title\": \"${name}\", \"summary\": \"A fixture.\", \"dependencies\": [${needs}]}")
    thalweg_add_plugin(${name} SOURCES ${fixture_SOURCE} METADATA ${metadata})
    target_compile_definitions(${name}-objects PRIVATE FIXTURE_NODE="${fixture_NODE}")
    set_target_properties(${name} PROPERTIES LIBRARY_OUTPUT_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/fixtures)
    add_dependencies(${fixture_FOR} ${name})
endfunction()
