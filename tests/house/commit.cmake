# Writes the commit into a header; as a build step, since a commit doesn't configure anew.
execute_process(COMMAND git describe --always --dirty WORKING_DIRECTORY ${SOURCE}
    OUTPUT_VARIABLE COMMIT OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT COMMIT)
    set(COMMIT unknown)
endif()
configure_file(${TEMPLATE} ${HEADER} @ONLY)
