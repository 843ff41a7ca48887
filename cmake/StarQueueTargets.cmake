# How a room declares its targets: libraries as cmake/folders.txt names them, warnings as errors,
# includes from the root (#include <queue/model/ticket.h>), never "../".

include(GoogleTest)
include(StarQueueFolders)

if(STARQUEUE_SANITIZE)
    add_compile_options(-fsanitize=${STARQUEUE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${STARQUEUE_SANITIZE})
    # With sanitizers GCC warns falsely of uninitialised values; builds without them keep the warning.
    add_compile_options(-Wno-maybe-uninitialized)
endif()

# GCC's garbage collection: not below half a gigabyte a file, which saves a tenth of the compile time.
add_compile_options($<$<CXX_COMPILER_ID:GNU>:--param=ggc-min-heapsize=524288>)

if(STARQUEUE_TIDY)
    set(CMAKE_CXX_CLANG_TIDY clang-tidy)
    set(CMAKE_DISABLE_PRECOMPILE_HEADERS ON)
endif()

# Precompiled headers: save a third of the compile time. Each file still includes what it uses; clang-tidy, which
# compiles without them, checks that.
set(STARQUEUE_PRECOMPILED_std <algorithm> <array> <chrono> <functional> <map> <memory> <optional> <span> <string>
    <unordered_map> <variant> <vector>)
set(STARQUEUE_PRECOMPILED_json <nlohmann/json.hpp>)
set(STARQUEUE_PRECOMPILED_gmock <gmock/gmock.h>)
set(STARQUEUE_PRECOMPILED_rapidcheck <rapidcheck.h>)
set(STARQUEUE_PRECOMPILED_qt <QDateTime> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QObject> <QTimer>)
set(STARQUEUE_PRECOMPILED_qml <QQmlEngine> <QQuickWindow>)

if(NOT CMAKE_DISABLE_PRECOMPILE_HEADERS)
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>) # so that ccache sees through them
endif()

# starqueue_precompile(starqueue_hall_api std json): names from above; the target must link what they need.
# In a unity build a precompiled header costs about what it saves in three files: a target that compiles no more than
# that does without.
function(starqueue_precompile target)
    if(CMAKE_UNITY_BUILD)
        get_target_property(sources ${target} SOURCES)
        list(FILTER sources INCLUDE REGEX "\\.cpp$")
        set(alone ${sources}) # what Qt generates from QML isn't joined
        list(FILTER alone INCLUDE REGEX "/\\.rcc/")
        list(LENGTH sources count)
        list(LENGTH alone count_alone)
        math(EXPR compiled "${count_alone} + (${count} - ${count_alone} - 1) / ${CMAKE_UNITY_BUILD_BATCH_SIZE} + 1")
        if(compiled LESS_EQUAL 3)
            return()
        endif()
    endif()
    foreach(name IN LISTS ARGN)
        if(NOT DEFINED STARQUEUE_PRECOMPILED_${name})
            message(FATAL_ERROR "starqueue_precompile(${target}): there is no \"${name}\"")
        endif()
        list(APPEND headers ${STARQUEUE_PRECOMPILED_${name}})
    endforeach()
    target_precompile_headers(${target} PRIVATE ${headers})
endfunction()

# Warnings for our own targets. QML targets pass NO_SHADOW: the code that
# qmlcachegen of Qt 6.4 generates fails with -Wshadow.
function(starqueue_warnings target)
    cmake_parse_arguments(ARG "NO_SHADOW" "" "" ${ARGN})
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion
        -Wnon-virtual-dtor -Woverloaded-virtual -Werror)
    if(NOT ARG_NO_SHADOW)
        target_compile_options(${target} PRIVATE -Wshadow)
    endif()
endfunction()

# starqueue_library(queue Queue SOURCES … LINKS … PRIVATE_LINKS …) makes starqueue_queue, alias StarQueue::Queue. LINKS are
# libraries of others; which of ours it is linked with, cmake/folders.txt says.
function(starqueue_library name alias)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(starqueue_${name} STATIC ${ARG_SOURCES})
    add_library(StarQueue::${alias} ALIAS starqueue_${name})
    target_include_directories(starqueue_${name} PUBLIC ${CMAKE_SOURCE_DIR})
    target_link_libraries(starqueue_${name} PUBLIC ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
    starqueue_link_what_it_may_see(${name} ${alias})
    starqueue_warnings(starqueue_${name})
endfunction()

# starqueue_program(hall starqueue-hall SOURCES … LINKS …)
function(starqueue_program output)
    cmake_parse_arguments(ARG "NO_SHADOW" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${output} ${ARG_SOURCES})
    target_link_libraries(${output} PRIVATE ${ARG_LINKS})
    if(ARG_NO_SHADOW)
        starqueue_warnings(${output} NO_SHADOW)
    else()
        starqueue_warnings(${output})
    endif()
endfunction()

# starqueue_install(hall starqueue-hall) installs a program that finds all it needs from where it lies: what it reads
# is compiled in, or stands in share/starqueue beside its bin. COMPONENT names the part of an installation.
function(starqueue_install component program)
    install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT ${component})
endfunction()

# starqueue_test(queue_tests SOURCES … LINKS … LABELS … PRECOMPILED …): GoogleTest cases, each registered with CTest.
function(starqueue_test target)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINKS;LABELS;PRECOMPILED" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    if(STARQUEUE_SANITIZE)
        math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 5") # that much slower, without hanging
    endif()
    find_package(GTest REQUIRED)
    add_executable(${target} ${ARG_SOURCES})
    target_link_libraries(${target} PRIVATE ${ARG_LINKS} GTest::gmock GTest::gtest_main)
    target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/tests)
    starqueue_warnings(${target})
    if(CMAKE_UNITY_BUILD)
        # Tests derive from fixtures in anonymous namespaces. GCC accepts that in the main file only, and here the file of
        # the fixture is included by the joined one.
        target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
    endif()
    if(ARG_PRECOMPILED)
        starqueue_precompile(${target} ${ARG_PRECOMPILED})
    endif()
    gtest_discover_tests(${target} DISCOVERY_MODE PRE_TEST
        PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}")
endfunction()
