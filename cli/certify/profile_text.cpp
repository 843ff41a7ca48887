#include <cli/certify/profile_text.h>

#include <formats/encoding/lines.h>

#include <charconv>
#include <functional>
#include <set>
#include <vector>

namespace starqueue::certify {

namespace {

/// A table of a TOML file with its header, and the lines up to the next.
struct Table
{
    std::string header; ///< "[paper]"; empty: what stands before the first
    std::vector<std::string> lines;
};

std::vector<Table> tablesOf(std::string_view text)
{
    std::vector<Table> tables(1);
    for (const std::string_view line : formats::linesOf(text)) {
        if (line.starts_with('['))
            tables.push_back({std::string{line}, {}});
        else
            tables.back().lines.emplace_back(line);
    }
    return tables;
}

std::string keyOf(std::string_view line)
{
    return std::string{line.substr(0, line.find_first_of(" ="))};
}

void set(Table& table, const std::string& key, const std::string& value)
{
    for (std::string& line : table.lines) {
        if (keyOf(line) != key)
            continue;
        line = key + " = " + value;
        return;
    }
    const bool endsBlank = !table.lines.empty() && table.lines.back().empty();
    table.lines.insert(table.lines.end() - (endsBlank ? 1 : 0), key + " = " + value);
}

std::string quoted(const std::string& text)
{
    return '"' + text + '"';
}

std::string word(bool value)
{
    return value ? "true" : "false";
}

int dotsFor(int columns)
{
    constexpr int kDotsAColumn = 12;
    constexpr int kEpsonColumns = 42; // 180 dots an inch
    constexpr int kEpsonDots = 512;
    return columns == kEpsonColumns ? kEpsonDots : columns * kDotsAColumn;
}

void writePaper(Table& paper, const Seen& seen)
{
    if (seen.columns) {
        set(paper, "columns", std::to_string(*seen.columns));
        set(paper, "dots", std::to_string(dotsFor(*seen.columns)));
    }
    if (seen.nearEndLies)
        set(paper, "near_end_sensor", word(false));
    if (seen.cut)
        set(paper, "cutter", word(*seen.cut));
    if (seen.qr)
        set(paper, "qr", word(*seen.qr));
    if (seen.chinese)
        set(paper, "chinese", word(*seen.chinese));
    if (seen.bootsInChinese)
        set(paper, "boots_in_chinese", word(*seen.bootsInChinese));
}

void writeAnswers(Table& answers, const Measurement& measured, bool hasPresenterProof)
{
    if (measured.language == Language::Unknown)
        return;
    const char* const proof = measured.processId ? "process-id" : measured.sensor ? "sensor" : "none";
    if (!hasPresenterProof)
        set(answers, "proof", quoted(proof));
    if (measured.clears)
        set(answers, "clear", quoted("real-time"));
    else if (!hasPresenterProof)
        set(answers, "clear", quoted("none"));
    set(answers, "status", word(!measured.status.empty()));
    if (measured.statusInOrder)
        set(answers, "status_in_order", word(true));
    set(answers, "automatic_status", word(measured.automaticStatus && !hasPresenterProof));
}

int questionOf(const Table& table)
{
    int question = -1;
    for (const std::string& line : table.lines)
        if (keyOf(line) == "question")
            std::from_chars(line.data() + line.find_first_of("0123456789"), line.data() + line.size(),
                            question);
    return question;
}

bool hasFixedBits(const std::string& answer)
{
    constexpr int kMask = 0x93;
    constexpr int kFixed = 0x12;
    return answer.size() != 1 || (static_cast<unsigned char>(answer.front()) & kMask) == kFixed;
}

bool fits(std::string_view pattern, const std::string& answer)
{
    std::size_t index = 0;
    if (const std::size_t colon = pattern.find(':'); colon != std::string_view::npos) {
        std::from_chars(pattern.data(), pattern.data() + colon, index);
        index -= index > 0 ? 1 : 0;
        pattern.remove_prefix(colon + 1);
    }
    if (index >= answer.size() || pattern.size() != 8)
        return false;
    for (int bit = 7; bit >= 0; --bit) {
        const char wanted = pattern.at(static_cast<std::size_t>(7 - bit));
        if (wanted != 'x' &&
            wanted != ((static_cast<unsigned char>(answer.at(index)) >> bit & 1) == 0 ? '0' : '1'))
            return false;
    }
    return true;
}

std::vector<std::string> patternsOf(const std::string& line)
{
    std::vector<std::string> patterns;
    for (std::size_t from = line.find('"'); from != std::string::npos;) {
        const std::size_t to = line.find('"', from + 1);
        patterns.push_back(line.substr(from + 1, to - from - 1));
        from = to == std::string::npos ? to : line.find('"', to + 1);
    }
    return patterns;
}

/// Whether the key names a sign of which a printer that has just printed must say nothing.
bool isFault(const std::string& key)
{
    static const std::set<std::string> kOthers{"question", "length",         "fixed", "head",
                                               "near_end", "ticket_waiting", ""};
    return !kOthers.contains(key) && !key.starts_with('#');
}

/// What a printer says while it is well is no fault of this one, whatever it is of its family.
void leaveOutUntrue(Table& status, const std::string& whenWell)
{
    for (std::string& line : status.lines) {
        const std::string key = keyOf(line);
        if (!isFault(key))
            continue;
        std::string left;
        std::string untrue;
        for (const std::string& pattern : patternsOf(line)) {
            std::string& list = fits(pattern, whenWell) ? untrue : left;
            list += (list.empty() ? "" : ", ") + quoted(pattern);
        }
        if (!untrue.empty())
            line = key + " = [" + left + "] # not " + untrue + ": it says so while it prints";
    }
}

void writeWaiting(Table& status, int question, const Seen& seen)
{
    const auto& bits = question == 0 ? seen.waitingAutomatic : seen.waitingBits;
    if (bits)
        set(status, "ticket_waiting", "[" + quoted(*bits) + "]");
    else
        std::erase_if(status.lines, [](const std::string& line) { return keyOf(line) == "ticket_waiting"; });
}

/// False: the printer doesn't say this.
bool writeStatus(Table& status, const Measurement& measured, const Seen& seen, bool saysWaiting)
{
    const int question = questionOf(status);
    if (saysWaiting && (question == 0 || question == 4))
        writeWaiting(status, question, seen);
    if (question == 0) {
        leaveOutUntrue(status, measured.automatic);
        return measured.automaticStatus;
    }
    const auto answer = measured.status.find(question);
    if (answer == measured.status.end())
        return false;
    leaveOutUntrue(status, answer->second);
    if (!hasFixedBits(answer->second))
        set(status, "fixed", quoted("xxxxxxxx"));
    if (question == 4 && seen.nearEndLies)
        set(status, "near_end", "[]");
    if (question == 4 && seen.paperOutBits)
        set(status, "paper_out", "[" + quoted(*seen.paperOutBits) + "]");
    return true;
}

std::string codePages(const Seen& seen)
{
    std::string text = seen.codePages.empty() ? "" : "\n[paper.code_pages]\n";
    for (const auto& [encoding, number] : seen.codePages)
        text += encoding + " = " + std::to_string(number) + '\n';
    return text;
}

bool provesByPresenter(const std::vector<Table>& tables)
{
    for (const Table& table : tables)
        for (const std::string& line : table.lines)
            if (keyOf(line) == "proof")
                return line.find("\"presenter\"") != std::string::npos;
    return false;
}

} // namespace

std::string profileText(std::string_view base, const Measurement& measured, const Seen& seen,
                        const std::string& source)
{
    std::vector<Table> tables = tablesOf(base);
    const bool hasPresenterProof = provesByPresenter(tables);
    set(tables.front(), "source", quoted(source));
    std::string text;
    for (Table& table : tables) {
        if (table.header == "[paper.code_pages]" && !seen.codePages.empty())
            continue;
        if (table.header == "[paper]")
            writePaper(table, seen);
        if (table.header == "[answers]")
            writeAnswers(table, measured, hasPresenterProof);
        if (table.header == "[presenter]" && seen.drawsIn == false)
            set(table, "retracts_after_s", "0");
        if (table.header == "[[status]]" && !writeStatus(table, measured, seen, !hasPresenterProof))
            continue;
        text += table.header.empty() ? "" : table.header + '\n';
        for (const std::string& line : table.lines)
            text += line + '\n';
    }
    return text + codePages(seen);
}

} // namespace starqueue::certify
