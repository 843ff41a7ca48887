#include <firmware-bridge/ticket/template_reader.h>

#include <firmware-bridge/ticket/default_template.h>
#include <firmware-bridge/ticket/ticket_lines.h>
#include <formats/encoding/name_text.h>
#include <formats/toml/parse.h>
#include <formats/toml/table_reader.h>

#include <algorithm>
#include <utility>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;

namespace {

using formats::TableReader;
using Kind = TicketRow::Kind;
using Language = PrintedTicket::Language;

/// The longest that fields usually get; names, which can be any length, are made smaller where they don't
/// fit.
PrintedTicket longTicket(Language language)
{
    constexpr int kMinute = 60;
    PrintedTicket ticket;
    ticket.hall = u"A"_s;
    ticket.number = u"A1000"_s;
    ticket.service = u"A"_s;
    ticket.language = language;
    ticket.ahead = 100;
    ticket.wait = PrintedWait{90 * kMinute, 120 * kMinute};
    ticket.localTime = u"2026-11-22 10:24"_s;
    ticket.counter = u"3"_s;
    ticket.statusUrl = u"https://hall.example/t/1"_s;
    return ticket;
}

QString listOfFields()
{
    QStringList names;
    for (const std::string_view word : formats::wordsOf<TicketField>())
        names += u'{' + QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())) + u'}';
    return names.join(u", "_s);
}

/// Reads one template; what is wrong goes to the diagnostics.
class TemplateReader
{
public:
    TemplateReader(std::string_view text, const PrinterProfile& profile, formats::Diagnostics& diagnostics)
        : m_source(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).split(u'\n')),
          m_profile(profile), m_letters(lettersOf(profile)), m_diagnostics(diagnostics)
    {}

    TicketTemplate read(TableReader& file, const toml::table& root)
    {
        m_template.language = file.word<TicketTemplate::Language>("language", m_template.language);
        const toml::array* tables = root["row"].as_array();
        std::size_t next = 0;
        file.eachOf("row", [&](TableReader& row) { readRow(row, *(*tables)[next++].as_table()); });
        file.finish();
        if (m_template.rows.empty() && m_diagnostics.problems.empty())
            file.refuse("row", "is missing; right would be a [[row]] for each line of the ticket");
        checkWidths();
        return m_template;
    }

private:
    /// A text as it stands in the file, to be checked once the languages and the widest label are known.
    struct Written
    {
        const toml::node* node;
        std::string key;
        QString text;
        Language language;
        std::size_t row;
        bool isLabel;
    };

    void readRow(TableReader& table, const toml::table& node)
    {
        TicketRow row;
        row.align = table.word<TicketRow::Align>("align", row.align);
        row.size = table.whole("size", {1, 8}, row.size);
        row.bold = table.yesNo("bold", row.bold);
        row.pitch = table.whole("pitch", {0, 255}, row.pitch);
        if (table.has("needs"))
            row.needs = table.word<TicketField>("needs", TicketField::Url);
        readContent(table, node, row);
        m_template.rows.push_back(row);
    }

    void readContent(TableReader& table, const toml::table& node, TicketRow& row)
    {
        const std::pair<std::string_view, Kind> kinds[]{{"text", Kind::Text}, {"value", Kind::Pair},
                                                        {"rule", Kind::Rule}, {"logo", Kind::Logo},
                                                        {"qr", Kind::Code},   {"space", Kind::Space}};
        int found = 0;
        for (const auto& [key, kind] : kinds) {
            if (!table.has(key))
                continue;
            ++found;
            row.kind = kind;
        }
        if (found != 1)
            table.refuse("", "must have exactly one of text, value (with a label), rule, logo, qr, space");
        readText(table, node, "text", row.text, false);
        readText(table, node, "value", row.text, false);
        readText(table, node, "label", row.label, true);
        readText(table, node, "qr", row.text, false);
        for (const std::string_view key : {"rule", "logo"})
            if (table.has(key) && !table.yesNo(key, true))
                table.refuse(key, "must be true, or the row be left out");
        if (row.kind == Kind::Pair && !table.has("label"))
            table.refuse("value", "must have a label beside it; a row without one is a text");
        if (row.kind == Kind::Code)
            row.dots = table.whole("module", {2, 16}, m_profile.columns < 42 ? 6 : 7);
        if (row.kind == Kind::Space)
            row.dots = table.whole("space", {1, 255});
    }

    void readText(TableReader& table, const toml::table& node, std::string_view key, TicketText& text,
                  bool isLabel)
    {
        const toml::node* value = node.get(key);
        if (!value)
            return;
        if (!value->is_table()) {
            text.zh = text.en = QString::fromStdString(table.text(key));
            note(value, std::string(key), text.zh, Language::Chinese, isLabel);
            return note(value, std::string(key), text.en, Language::English, isLabel);
        }
        table.section(key, [&](TableReader& words) {
            text = {QString::fromStdString(words.text("zh")), QString::fromStdString(words.text("en"))};
        });
        note(value->as_table()->get("zh"), std::string(key) + ".zh", text.zh, Language::Chinese, isLabel);
        note(value->as_table()->get("en"), std::string(key) + ".en", text.en, Language::English, isLabel);
    }

    void note(const toml::node* node, const std::string& key, const QString& text, Language language,
              bool isLabel)
    {
        const std::size_t row = m_template.rows.size();
        if (node && isPrinted(language))
            m_written.push_back(
                {node, "row[" + std::to_string(row) + "]." + key, text, language, row, isLabel});
    }

    [[nodiscard]] bool isPrinted(Language language) const
    {
        PrinterProfile printer = m_profile;
        printer.layout.language = m_template.language;
        PrintedTicket ticket;
        ticket.language = language;
        const auto languages = languagesOf(ticket, printer);
        return std::find(languages.begin(), languages.end(), language) != languages.end();
    }

    void checkWidths()
    {
        int widestLabel = 0;
        for (const Written& written : m_written)
            if (checkFields(written) && checkLetters(written) && written.isLabel)
                widestLabel = std::max(widestLabel, columns(written.text));
        const int column = valueColumn(m_profile.columns, widestLabel);
        for (const Written& written : m_written) {
            const TicketRow& row = m_template.rows.at(written.row);
            if (row.kind == Kind::Code || written.isLabel)
                continue;
            const int room = m_profile.columns - (row.kind == Kind::Pair ? column : 0);
            const auto filled =
                filledIn(written.text, longTicket(written.language), wordsIn(written.language));
            const int wanted = columns(filled.value_or(QString())) * row.size;
            if (wanted > room)
                refuse(
                    written, {},
                    u"takes up to %1 columns where the paper has %2; right would be fewer words or a smaller size"_s
                        .arg(wanted)
                        .arg(room));
        }
    }

    bool checkFields(const Written& written)
    {
        const bool isCode = m_template.rows.at(written.row).kind == Kind::Code;
        QString rest = written.text;
        for (const QString& name : fieldNamesIn(written.text)) {
            const auto field = formats::withWord<TicketField>(name.toStdString());
            const QString inBraces = u'{' + name + u'}';
            if (!field)
                return refuse(written, inBraces,
                              u"there is no such field; right would be one of "_s + listOfFields());
            if (isCode != (field == TicketField::Url))
                return refuse(written, inBraces, u"{url} stands in a row with qr, and nothing else does"_s);
            rest.remove(inBraces);
        }
        for (const QChar brace : u"{}"_s)
            if (rest.contains(brace))
                return refuse(written, brace,
                              u"a brace without its other half; a field is written {number}"_s);
        return true;
    }

    bool checkLetters(const Written& written)
    {
        const QString missing = m_letters.missingIn(written.text);
        if (missing.isEmpty() || m_letters.scriptOf(written.text) == PrinterLetters::Script::Raster)
            return true;
        const QString name = QString::fromStdString(formats::codePointName(missing.toUcs4().front()));
        return refuse(written, missing, u"the printer has no letter %1"_s.arg(name));
    }

    [[nodiscard]] int columns(const QString& text) const
    {
        return PrinterLetters::columns(text, m_letters.scriptOf(text));
    }

    /// Always false. The problem is where `part` stands in the text, or at its beginning.
    bool refuse(const Written& written, const QString& part, const QString& advice)
    {
        const toml::source_position begin = written.node->source().begin;
        const QString line = m_source.value(static_cast<qsizetype>(begin.line) - 1);
        const qsizetype found =
            part.isEmpty() ? -1 : line.indexOf(part, static_cast<qsizetype>(begin.column));
        const auto column = found < 0 ? static_cast<int>(begin.column)
                                      : static_cast<int>(line.left(found).toUcs4().size()) + 1;
        const formats::SettingProblem problem{m_diagnostics.file,   static_cast<int>(begin.line),
                                              written.key,          formats::written(*written.node),
                                              advice.toStdString(), column};
        auto& problems = m_diagnostics.problems;
        if (std::find(problems.begin(), problems.end(), problem) ==
            problems.end()) // one text in both languages
            problems.push_back(problem);
        return false;
    }

    QStringList m_source;
    const PrinterProfile& m_profile;
    PrinterLetters m_letters;
    formats::Diagnostics& m_diagnostics;
    TicketTemplate m_template;
    std::vector<Written> m_written;
};

} // namespace

tl::expected<TicketTemplate, formats::SettingProblems>
parseTicketTemplate(std::string_view text, const std::string& file, const PrinterProfile& profile)
{
    formats::Diagnostics diagnostics;
    diagnostics.file = file;
    const auto root = formats::parseToml(text, file);
    if (!root)
        return tl::unexpected(formats::SettingProblems{root.error()});
    TableReader table(*root, "", diagnostics);
    TicketTemplate read = TemplateReader(text, profile, diagnostics).read(table, *root);
    if (!diagnostics.problems.empty())
        return tl::unexpected(diagnostics.problems);
    return read;
}

const TicketTemplate& defaultTicketTemplate()
{
    static const TicketTemplate house =
        parseTicketTemplate(defaultTicketToml(), "default_ticket.toml", PrinterProfile()).value();
    return house;
}

} // namespace starqueue::bridge
