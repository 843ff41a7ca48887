#include <hall/settings/printed_texts.h>

#include <formats/encoding/conversion.h>
#include <formats/encoding/name_text.h>

#include <utility>

namespace starqueue::settings {

namespace {

/// Key and text of what a ticket says of the hall.
std::vector<std::pair<std::string, std::string>> printedTexts(const HallSettings& settings)
{
    std::vector<std::pair<std::string, std::string>> texts{{"hall.name", settings.name}};
    for (const queue::ServiceRule& service : settings.rules.services) {
        const std::string key = "service \"" + service.id + "\".name";
        texts.emplace_back(key + ".zh", service.name.zh);
        texts.emplace_back(key + ".en", service.name.en);
    }
    return texts;
}

} // namespace

std::vector<std::string> unprintableTexts(const HallSettings& settings, formats::Repertoire repertoire)
{
    std::vector<std::string> lines;
    for (const auto& [key, text] : printedTexts(settings)) {
        std::string characters;
        for (const char32_t point : formats::unprintable(text, repertoire))
            characters += (characters.empty() ? "" : ", ") + formats::inUtf8(point) + " (" +
                          formats::codePointName(point) + ")";
        if (!characters.empty())
            lines.push_back(key + ": " + characters);
    }
    return lines;
}

} // namespace starqueue::settings
