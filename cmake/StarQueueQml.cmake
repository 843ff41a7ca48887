# How a room declares a QML module: one static library, one URI, its own translations.
#
# starqueue_qml_library(kiosk Kiosk URI StarQueue.Kiosk
#     SOURCES kiosk_model.cpp … QML_FILES Main.qml … LINKS StarQueue::Ui …)
# makes starqueue_kiosk (alias StarQueue::Kiosk) with import StarQueue.Kiosk below qrc:/qt/qml, and
# compiles i18n/starqueue_kiosk_{zh,en}.ts to :/i18n/. A QML file may lie in any folder of the room: in the
# module all lie side by side, Main.qml as qrc:/qt/qml/StarQueue/Kiosk/Main.qml. A program or test calls
# STARQUEUE_KEEP_MODULE(StarQueue_Kiosk) (client/ui/face_program.h) so that the linker keeps the types.
# `ninja update_translations` reads the source strings again.

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Qml Quick LinguistTools)

function(starqueue_qml_library name alias)
    cmake_parse_arguments(ARG "" "URI" "SOURCES;QML_FILES;LINKS" ${ARGN})
    string(REPLACE "." "/" folder ${ARG_URI})
    qt_add_library(starqueue_${name} STATIC)
    add_library(StarQueue::${alias} ALIAS starqueue_${name})
    set_target_properties(starqueue_${name} PROPERTIES AUTOMOC ON)
    target_include_directories(starqueue_${name}
        PUBLIC ${CMAKE_SOURCE_DIR} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(starqueue_${name} PUBLIC Qt6::Quick ${ARG_LINKS})
    starqueue_link_what_it_may_see(${name} ${alias})
    foreach(file IN LISTS ARG_QML_FILES)
        cmake_path(GET file FILENAME module_name)
        set_source_files_properties(${file} PROPERTIES QT_RESOURCE_ALIAS ${module_name})
    endforeach()
    # What Qt generates includes a QML type's header by its file name alone.
    foreach(file IN LISTS ARG_SOURCES)
        cmake_path(GET file PARENT_PATH subfolder)
        target_include_directories(starqueue_${name} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/${subfolder})
    endforeach()
    qt_add_qml_module(starqueue_${name}
        URI ${ARG_URI} VERSION 1.0 NO_PLUGIN
        RESOURCE_PREFIX /qt/qml
        OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/qml/${folder}
        IMPORT_PATH ${CMAKE_BINARY_DIR}/qml
        DEPENDENCIES QtQuick QtQml.Models
        SOURCES ${ARG_SOURCES} QML_FILES ${ARG_QML_FILES})
    # What qmlcachegen of Qt 6.4 writes doesn't survive -Wconversion and -Wshadow.
    foreach(file IN LISTS ARG_QML_FILES)
        string(REGEX REPLACE "[^A-Za-z0-9/]" "_" file ${file})
        set_source_files_properties(
            ${CMAKE_CURRENT_BINARY_DIR}/.rcc/qmlcache/starqueue_${name}_${file}.cpp
            PROPERTIES COMPILE_OPTIONS "-Wno-conversion;-Wno-shadow")
    endforeach()
    starqueue_translations(starqueue_${name})
    starqueue_warnings(starqueue_${name} NO_SHADOW)
endfunction()

function(starqueue_translations target)
    foreach(language zh en)
        set(file ${CMAKE_CURRENT_SOURCE_DIR}/i18n/${target}_${language}.ts)
        # A missing file would make Qt's macro run lupdate from within each build, and mark all as obsolete.
        if(NOT EXISTS ${file})
            file(WRITE ${file} "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE TS>\n"
                "<TS version=\"2.1\" language=\"${language}\"></TS>\n")
        endif()
        list(APPEND files ${file})
    endforeach()
    qt_add_translations(${target} TS_FILES ${files}
        INCLUDE_DIRECTORIES ${CMAKE_SOURCE_DIR}
        LUPDATE_OPTIONS -no-obsolete -locations none)
endfunction()
