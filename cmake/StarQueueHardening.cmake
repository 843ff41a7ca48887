# What makes a memory fault harder to exploit: stack protector, checked libc calls, read-only relocations, position
# independent programs. tests/support/hardening.sh looks for it in the built programs.

include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

add_compile_options(-fstack-protector-strong)
add_link_options(-Wl,-z,relro,-z,now,-z,noexecstack)
if(NOT STARQUEUE_SANITIZE)
    # Needs optimisation; sanitizers check the same calls themselves.
    add_compile_options($<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE> $<$<NOT:$<CONFIG:Debug>>:-D_FORTIFY_SOURCE=2>)
endif()
