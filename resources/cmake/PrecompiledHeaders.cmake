# The headers of Qt Widgets and Eigen, which cost most of the time of compiling a small file, are read once.

file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled.cpp CONTENT "")
add_library(thalweg-precompiled OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
target_link_libraries(thalweg-precompiled PRIVATE Thalweg::Nodes Qt6::Widgets)
target_precompile_headers(thalweg-precompiled PRIVATE
    <Eigen/Dense> <QtCore> <QtWidgets>
    <algorithm> <cmath> <functional> <memory> <optional> <span> <string> <variant> <vector>)

# thalweg_precompile(TARGET): the target uses them. It must link Thalweg::Nodes and Qt6::Widgets.
function(thalweg_precompile target)
    target_precompile_headers(${target} REUSE_FROM thalweg-precompiled)
endfunction()

# Without this, ccache keeps nothing that was compiled with a precompiled header.
add_compile_options(-fpch-preprocess)
