#include <hall/api/pages/page_template.h>

namespace starqueue::hall {

namespace {

constexpr std::string_view kOpens = "{{";
constexpr std::string_view kCloses = "}}";

std::string_view escapeOf(char letter)
{
    switch (letter) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return {};
    }
}

std::string valueOf(std::string_view name, const PageValues& values, const PageWord& word)
{
    if (const auto markup = values.markup.find(name); markup != values.markup.end())
        return markup->second;
    const auto text = values.texts.find(name);
    return htmlText(text == values.texts.end() ? word(name) : std::string_view(text->second));
}

} // namespace

std::string htmlText(std::string_view text)
{
    std::string html;
    html.reserve(text.size());
    for (const char letter : text)
        if (const std::string_view escape = escapeOf(letter); escape.empty())
            html += letter;
        else
            html += escape;
    return html;
}

std::string filledPage(std::string_view page, const PageValues& values, const PageWord& word)
{
    std::string filled;
    while (true) {
        const std::size_t opens = page.find(kOpens);
        const std::size_t closes = opens == std::string_view::npos ? opens : page.find(kCloses, opens);
        filled += page.substr(0, closes == std::string_view::npos ? page.size() : opens);
        if (closes == std::string_view::npos)
            return filled;
        const std::size_t begins = opens + kOpens.size();
        filled += valueOf(page.substr(begins, closes - begins), values, word);
        page.remove_prefix(closes + kCloses.size());
    }
}

} // namespace starqueue::hall
