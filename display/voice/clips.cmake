# The clips that make_clips.sh speaks, built into starqueue_display below :/voice.
# Without espeak-ng or sox the display is built without a voice, and --voice says so.
find_program(STARQUEUE_ESPEAK espeak-ng)
find_program(STARQUEUE_SOX sox)

if(STARQUEUE_ESPEAK AND STARQUEUE_SOX)
    set(letters A B C D E F G H I J K L M N O P Q R S T U V W X Y Z)
    set(digits 0 1 2 3 4 5 6 7 8 9)
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/clips)
    foreach(name IN LISTS letters digits ITEMS please number goto counter ten)
        list(APPEND clips ${folder}/zh/${name}.wav)
    endforeach()
    foreach(name IN LISTS letters digits
            ITEMS number goto counter 10 11 12 13 14 15 16 17 18 19 20 30 40 50 60 70 80 90)
        list(APPEND clips ${folder}/en/${name}.wav)
    endforeach()
    add_custom_command(OUTPUT ${clips}
        COMMAND ${CMAKE_CURRENT_LIST_DIR}/make_clips.sh ${folder}
        DEPENDS ${CMAKE_CURRENT_LIST_DIR}/make_clips.sh
        COMMENT "Speaking the voice clips" VERBATIM)
    qt_add_resources(starqueue_display "voice_clips" PREFIX /voice BASE ${folder} FILES ${clips})
else()
    message(STATUS "The hall display is built without a voice: espeak-ng or sox is missing")
endif()
