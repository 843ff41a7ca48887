#include <db/reasons/reason_file.h>

#include <db/crypto/hashing.h>

#include <sstream>

namespace starqueue::db {

namespace {

constexpr std::string_view kFirstWord = "visit-reasons-1";

std::string sealOf(const std::string& text)
{
    return hexOf(hashOf(text)) + '\n';
}

} // namespace

// The life is quoted by a dash before it: a hall from before there were lives has an empty one.
std::string textOf(const ReasonFile& file)
{
    std::string text = std::string{kFirstWord} + " -" + file.life + '\n';
    for (const VisitReason& one : file.reasons)
        text += std::to_string(one.seq) + ' ' + std::to_string(one.ticket.value) + ' ' + one.group + '\n';
    return text + sealOf(text);
}

std::optional<ReasonFile> reasonFileIn(std::string_view text)
{
    std::istringstream lines{std::string{text}};
    std::string line;
    std::getline(lines, line);
    const std::string begin = std::string{kFirstWord} + " -";
    if (!line.starts_with(begin))
        return std::nullopt;
    ReasonFile file{line.substr(begin.size()), {}};
    while (std::getline(lines, line)) {
        std::istringstream words{line};
        VisitReason reason;
        if (words >> reason.seq >> reason.ticket.value >> reason.group)
            file.reasons.push_back(std::move(reason));
    }
    return textOf(file) == text ? std::optional{std::move(file)} : std::nullopt;
}

} // namespace starqueue::db
