#include <db/codec/event_sight.h>

#include <db/codec/event_schema.h>

#include <algorithm>
#include <unordered_map>

namespace starqueue::db {

namespace {

/// Finds the fields of one object in a text without blanks.
class FieldScan
{
public:
    explicit FieldScan(std::string_view text) : m_text(text) {}

    [[nodiscard]] bool begin() { return take('{'); }
    [[nodiscard]] bool atEnd() const { return at('}') && m_pos + 1 == m_text.size(); }
    /// Reads one field and the comma after it; false: this is no field.
    [[nodiscard]] bool field()
    {
        m_begin = m_pos;
        if (!string())
            return false;
        m_nameEnd = m_pos - 1;
        if (!take(':') || !value())
            return false;
        m_end = m_pos;
        return take(',') ? at('"') : at('}');
    }

    [[nodiscard]] std::string_view name() const
    {
        return m_text.substr(m_begin + 1, m_nameEnd - m_begin - 1);
    }
    [[nodiscard]] SeenField seenBy(queue::Audiences to) const { return seenField(m_begin, m_end, to); }

private:
    [[nodiscard]] bool at(char c) const { return m_pos < m_text.size() && m_text[m_pos] == c; }
    bool take(char c)
    {
        const bool there = at(c);
        m_pos += there ? 1 : 0;
        return there;
    }

    bool string()
    {
        if (!take('"'))
            return false;
        for (;;) {
            m_pos = m_text.find_first_of("\"\\", m_pos);
            if (m_pos == std::string_view::npos)
                return false;
            if (m_text[m_pos] == '"')
                return take('"');
            m_pos += 2; // whatever is escaped
        }
    }

    /// Up to the comma or brace that ends it.
    bool value()
    {
        const std::size_t first = m_pos;
        for (int depth = 0; m_pos < m_text.size();) {
            const char c = m_text[m_pos];
            if (depth == 0 && (c == ',' || c == '}'))
                return m_pos > first;
            if (c == '"') {
                if (!string())
                    return false;
                continue;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            ++m_pos;
        }
        return false;
    }

    std::string_view m_text;
    std::size_t m_pos = 0;
    std::size_t m_begin = 0;
    std::size_t m_nameEnd = 0;
    std::size_t m_end = 0;
};

const std::unordered_map<std::string_view, const EventSchema*>& schemasByName()
{
    static const auto kSchemas = [] {
        std::unordered_map<std::string_view, const EventSchema*> schemas;
        for (const EventSchema& schema : eventSchemas())
            schemas.emplace(schema.name, &schema);
        return schemas;
    }();
    return kSchemas;
}

queue::Audiences audiencesOf(const EventSchema& schema, std::string_view field)
{
    const auto found = std::ranges::find(schema.fields, field, &FieldSchema::name);
    return found == schema.fields.end() ? queue::Audiences{} : found->to;
}

} // namespace

std::optional<EventSight> sightOf(std::string_view name, std::string_view payload)
{
    const auto schema = schemasByName().find(name);
    FieldScan scan{payload};
    if (schema == schemasByName().end() || !scan.begin())
        return std::nullopt;
    EventSight sight{schema->second->seenBy, schema->second->ofOneKiosk, {}};
    while (!scan.atEnd()) {
        if (!scan.field())
            return std::nullopt;
        if (const auto to = audiencesOf(*schema->second, scan.name()); !to.empty())
            sight.fields.push_back(scan.seenBy(to));
    }
    return sight;
}

} // namespace starqueue::db
