#include <cli/console/secret_input.h>

#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <optional>

namespace starqueue::cli {

namespace {

/// Keeps a terminal from showing what is typed, to the end of the scope (RAII).
class WithoutEcho
{
public:
    WithoutEcho() : m_isSet(::tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_isSet = m_isSet && ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
    }
    ~WithoutEcho()
    {
        if (m_isSet)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    WithoutEcho(const WithoutEcho&) = delete;
    WithoutEcho& operator=(const WithoutEcho&) = delete;

    [[nodiscard]] bool isSet() const { return m_isSet; }

private:
    termios m_before{};
    bool m_isSet;
};

std::optional<std::string> lineAfter(const char* prompt)
{
    std::fputs(prompt, stderr);
    std::string line;
    const bool isRead = static_cast<bool>(std::getline(std::cin, line));
    if (*prompt != '\0')
        std::fputc('\n', stderr);
    return isRead ? std::optional{line} : std::nullopt;
}

} // namespace

tl::expected<std::string, std::string> readNewSecret()
{
    const bool isTerminal = ::isatty(STDIN_FILENO) == 1;
    std::optional<WithoutEcho> silent;
    if (isTerminal && !silent.emplace().isSet())
        return tl::unexpected(std::string("the terminal can't be kept from showing what is typed"));
    const auto secret = lineAfter(isTerminal ? "Password (a clerk: PIN): " : "");
    if (!secret)
        return tl::unexpected(std::string("no password was given; type it, or pipe it in as one line"));
    if (isTerminal && lineAfter("Again: ") != secret)
        return tl::unexpected(std::string("the two aren't the same; nothing was changed"));
    return *secret;
}

tl::expected<std::string, std::string> readIdentity()
{
    const auto line = lineAfter(::isatty(STDIN_FILENO) == 1 ? "Number or code: " : "");
    if (!line)
        return tl::unexpected(std::string("no number or code was given; type it, or pipe it in as one line"));
    return *line;
}

std::optional<std::string> readAnswer(const std::string& question)
{
    if (::isatty(STDIN_FILENO) != 1)
        return std::nullopt;
    std::fputs(question.c_str(), stderr);
    std::string line;
    return std::getline(std::cin, line) ? std::optional{line} : std::nullopt;
}

} // namespace starqueue::cli
