#include <db/restore/journal_segment.h>

#include <db/crypto/hashing.h>
#include <db/sqlite/statement.h>

#include <nlohmann/json.hpp>
#include <zlib.h>

#include <optional>

namespace starqueue::db {

namespace {

using Json = nlohmann::json;

constexpr int kFormat = 1;
constexpr int kColumns = 9; // of kChainedColumns
constexpr int kChainColumn = 8;
constexpr uLong kMostBytes = uLong{1} << 28U; ///< of a segment's lines: more is damage

Json cellOf(const SQLite::Column& cell)
{
    if (cell.isNull())
        return nullptr;
    if (cell.isInteger())
        return cell.getInt64();
    if (cell.isText())
        return std::string(cell.getText(), static_cast<std::size_t>(cell.getBytes()));
    const auto* bytes = static_cast<const std::uint8_t*>(cell.getBlob());
    return Json::binary({bytes, bytes + cell.getBytes()});
}

void bindCell(SQLite::Statement& statement, int place, const Json& cell)
{
    if (cell.is_null()) {
        statement.bind(place);
    } else if (cell.is_number_integer()) {
        statement.bind(place, cell.get<std::int64_t>());
    } else if (cell.is_binary()) {
        const auto& bytes = cell.get_binary();
        statement.bind(place, bytes.data(), static_cast<int>(bytes.size()));
    } else {
        statement.bind(place, cell.get_ref<const std::string&>());
    }
}

std::string packed(const std::string& lines)
{
    uLongf size = ::compressBound(lines.size());
    std::string bytes(size, '\0');
    if (::compress2(reinterpret_cast<Bytef*>(bytes.data()), &size,
                    reinterpret_cast<const Bytef*>(lines.data()), lines.size(), Z_BEST_COMPRESSION) != Z_OK)
        throw std::bad_alloc();
    bytes.resize(size);
    return bytes;
}

std::optional<std::string> unpacked(std::string_view bytes, uLong size)
{
    if (size > kMostBytes)
        return std::nullopt;
    std::string lines(size, '\0');
    uLongf got = size;
    const int result = ::uncompress(reinterpret_cast<Bytef*>(lines.data()), &got,
                                    reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
    return result == Z_OK && got == size ? std::optional{std::move(lines)} : std::nullopt;
}

Json jsonOf(const ChainPoint& point)
{
    return {{"seq", point.seq}, {"hash", hexOf(point.hash)}};
}

std::optional<ChainPoint> pointIn(const Json& json)
{
    const auto hash = bitsOfHex(json.value("hash", ""));
    return hash ? std::optional{ChainPoint{json.value("seq", std::uint64_t{0}), *hash}} : std::nullopt;
}

std::string sealed(const SegmentHead& head, const std::string& lines)
{
    const std::string body = packed(lines);
    const Json json{{"format", kFormat},
                    {"life", head.life},
                    {"before", jsonOf(head.before)},
                    {"after", jsonOf(head.after)},
                    {"bytes", lines.size()}};
    const std::string line = json.dump() + '\n';
    return line + hexOf(hashOf(line + body)) + '\n' + body;
}

/// A segment's three parts; empty: they aren't what was written.
struct Parts
{
    Json head;
    std::string_view body;
};

std::optional<Parts> partsOf(std::string_view content)
{
    const auto headEnd = content.find('\n');
    const auto sealEnd = headEnd == content.npos ? content.npos : content.find('\n', headEnd + 1);
    if (sealEnd == content.npos)
        return std::nullopt;
    const std::string_view line = content.substr(0, headEnd + 1);
    const std::string_view body = content.substr(sealEnd + 1);
    if (content.substr(headEnd + 1, sealEnd - headEnd - 1) !=
        hexOf(hashOf(std::string{line} + std::string{body})))
        return std::nullopt;
    Parts parts{Json::parse(line, nullptr, false), body};
    return parts.head.is_object() ? std::optional{std::move(parts)} : std::nullopt;
}

tl::unexpected<std::string> damagedSegment()
{
    return tl::unexpected<std::string>{"it isn't what was written"};
}

void insertLine(SQLite::Statement& insert, const Json& row)
{
    insert.tryReset();
    for (int column = 0; column < kColumns; ++column)
        bindCell(insert, column + 1, row.at(static_cast<std::size_t>(column)));
    insert.exec();
}

/// Reads back and checks what stands after `end`.
tl::expected<ChainPoint, std::string> checkedAfter(SQLite::Database& journal, const ChainPoint& end)
{
    ChainCheck check{end.seq, end.hash};
    SQLite::Statement rows{journal, std::string{"SELECT "} + kChainedColumns +
                                        " FROM journal WHERE seq > ? ORDER BY seq"};
    rows.bind(1, static_cast<std::int64_t>(end.seq));
    while (rows.executeStep())
        if (std::string fault = check.add(rows); !fault.empty())
            return tl::unexpected{std::move(fault)};
    return ChainPoint{check.seq(), check.hash().value_or(end.hash)};
}

} // namespace

Segment segmentOf(SQLite::Database& journal, const std::string& life, const ChainPoint& before,
                  std::size_t most)
{
    Segment segment{{life, before, before}, 0, {}};
    Json lines = Json::array();
    SQLite::Statement rows{journal, std::string{"SELECT "} + kChainedColumns +
                                        " FROM journal WHERE seq > ? ORDER BY seq"};
    rows.bind(1, static_cast<std::int64_t>(before.seq));
    std::int64_t at = 0;
    // The lines of one command have one instant.
    while (rows.executeStep() && (segment.bytes < most || rows.getColumn(1).getInt64() == at)) {
        Json row = Json::array();
        for (int column = 0; column < kColumns; ++column) {
            row.push_back(cellOf(rows.getColumn(column)));
            segment.bytes += static_cast<std::size_t>(rows.getColumn(column).getBytes());
        }
        lines.push_back(std::move(row));
        at = rows.getColumn(1).getInt64();
        segment.head.after.seq = static_cast<std::uint64_t>(rows.getColumn(0).getInt64());
        blobAt(rows, kChainColumn, segment.head.after.hash);
    }
    const auto bytes = Json::to_msgpack(lines);
    segment.content = sealed(segment.head, {bytes.begin(), bytes.end()});
    return segment;
}

tl::expected<SegmentHead, std::string> segmentHead(const std::string& content)
{
    const auto parts = partsOf(content);
    if (!parts)
        return damagedSegment();
    const auto before = pointIn(parts->head.value("before", Json::object()));
    const auto after = pointIn(parts->head.value("after", Json::object()));
    if (!before || !after)
        return damagedSegment();
    if (parts->head.value("format", 0) != kFormat)
        return tl::unexpected<std::string>{"it was written by a newer version of this program"};
    return SegmentHead{parts->head.value("life", ""), *before, *after};
}

tl::expected<ChainPoint, std::string> append(SQLite::Database& journal, const std::string& content,
                                             const ChainPoint& end)
{
    const auto head = segmentHead(content);
    if (!head)
        return tl::unexpected{head.error()};
    if (head->before != end)
        return tl::unexpected<std::string>{"it goes on after line " + std::to_string(head->before.seq) +
                                           ", and the journal ends otherwise with line " +
                                           std::to_string(end.seq)};
    const auto parts = partsOf(content);
    const auto lines = unpacked(parts->body, parts->head.value("bytes", uLong{0}));
    const Json rows = lines ? Json::from_msgpack(*lines, true, false) : Json();
    if (!rows.is_array())
        return damagedSegment();
    SQLite::Statement insert{journal, std::string{"INSERT INTO journal ("} + kChainedColumns +
                                          ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    for (const Json& row : rows) {
        if (!row.is_array() || row.size() != kColumns)
            return damagedSegment();
        insertLine(insert, row);
    }
    const auto reached = checkedAfter(journal, end);
    if (reached && *reached != head->after)
        return damagedSegment();
    return reached;
}

} // namespace starqueue::db
