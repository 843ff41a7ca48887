#include <hall/api/phone/page_reader.h>

#include <hall/api/phone/phone_words.h>
#include <hall/api/views/words.h>

#include <db/crypto/hashing.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace starqueue::hall {

namespace {

using queue::Language;

constexpr std::array<std::string_view, 4> kNotes{"cancelFailed", "postponeFailed", "failed", "explained"};
constexpr std::array<std::string_view, 2> kAsks{"cancel", "postpone"};
constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

/// A parameter that has one of these values, else empty.
std::string oneOf(const Exchange& exchange, std::string_view parameter, const auto& known)
{
    const auto said = exchange.request.parameter(parameter);
    return said && std::ranges::find(known, *said) != known.end() ? std::string(*said) : std::string();
}

std::optional<Language> languageNamed(std::string_view name)
{
    if (name == "zh")
        return Language::Zh;
    return name == "en" ? std::optional(Language::En) : std::nullopt;
}

/// A version 4 UUID, RFC 9562.
std::string newRequestId()
{
    std::array<std::uint8_t, 16> bytes{};
    db::fillRandom(bytes);
    bytes[6] = (bytes[6] & 0x0F) | 0x40;
    bytes[8] = (bytes[8] & 0x3F) | 0x80;
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        text += i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "";
        text += fmt::format("{:02x}", bytes[i]);
    }
    return text;
}

} // namespace

PageReader readerOf(const Exchange& exchange)
{
    const bool isSecret = db::bitsOfHex(exchange.id()).has_value();
    return {"/t/" + (isSecret ? exchange.id() : "0"),
            languageNamed(exchange.request.parameter("language").value_or("")),
            oneOf(exchange, "note", kNotes), oneOf(exchange, "ask", kAsks)};
}

Language languageOfBrowser(const Exchange& exchange)
{
    const std::string_view accepts = exchange.request.header("accept-language").value_or("");
    return accepts.empty() || http::equalIgnoringCase(accepts.substr(0, 2), "zh") ? Language::Zh
                                                                                  : Language::En;
}

PageValues valuesFor(const PageReader& reader, Language language)
{
    const Language other = language == Language::Zh ? Language::En : Language::Zh;
    PageValues values;
    values.texts = {{"path", reader.path},
                    {"language", std::string(word(language))},
                    {"otherLanguage", std::string(word(other))},
                    {"note", reader.note.empty() ? "" : std::string(phoneWord(reader.note, language))}};
    values.markup = {{"hiddenNote", hiddenUnless(!reader.note.empty())}};
    return values;
}

PageValues valuesOfForms(const PageReader& reader, Language language)
{
    PageValues values = valuesFor(reader, language);
    values.texts["requestId"] = newRequestId();
    values.texts["otherRequestId"] = newRequestId();
    return values;
}

PageWord wordsIn(Language language)
{
    return [language](std::string_view name) { return phoneWord(name, language); };
}

std::string hiddenUnless(bool isShown)
{
    return isShown ? "" : " hidden";
}

std::string refreshMarkup(const std::string& page, Language language)
{
    return fmt::format(R"(<meta http-equiv="refresh" content="10; url={}?language={}">)", htmlText(page),
                       word(language));
}

std::string clockText(const Hall& hall, time::WallTime at)
{
    const std::chrono::hh_mm_ss shown{hall.zone.local(at).minuteOfDay()};
    return fmt::format("{:02}:{:02}", shown.hours().count(), shown.minutes().count());
}

std::string dayText(Date date, Language language)
{
    const auto month = static_cast<unsigned>(date.month());
    return phoneWord("day", language,
                     {{"month", std::to_string(month)},
                      {"monthName", std::string(kMonths.at(month - 1))},
                      {"day", std::to_string(static_cast<unsigned>(date.day()))}});
}

} // namespace starqueue::hall
