#include <db/restore/journal_segment.h>

#include <db/restore/segment_columns.h>

#include <db/crypto/hashing.h>
#include <db/sqlite/statement.h>

#include <nlohmann/json.hpp>
#include <zstd.h>

#include <optional>

namespace starqueue::db {

namespace {

using Json = nlohmann::json;

constexpr int kFormat = 3;
constexpr int kFirstFormat = 2; ///< whose columns stand as they are in the journal
constexpr int kChainColumn = 8;
constexpr int kThoroughly = 19; ///< of zstd's levels to 22; more takes too much memory
constexpr std::size_t kMostBytes = std::size_t{1} << 28U; ///< of a segment's lines: more is damage

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
    std::string bytes(::ZSTD_compressBound(lines.size()), '\0');
    const std::size_t size =
        ::ZSTD_compress(bytes.data(), bytes.size(), lines.data(), lines.size(), kThoroughly);
    if (::ZSTD_isError(size) != 0)
        throw std::bad_alloc();
    bytes.resize(size);
    return bytes;
}

std::optional<std::string> unpacked(std::string_view bytes, std::size_t size)
{
    if (size > kMostBytes)
        return std::nullopt;
    std::string lines(size, '\0');
    const std::size_t got = ::ZSTD_decompress(lines.data(), size, bytes.data(), bytes.size());
    return ::ZSTD_isError(got) == 0 && got == size ? std::optional{std::move(lines)} : std::nullopt;
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

std::string_view textIn(const Json& cell)
{
    if (cell.is_binary())
        return {reinterpret_cast<const char*>(cell.get_binary().data()), cell.get_binary().size()};
    return cell.is_null() ? std::string_view{} : cell.get_ref<const std::string&>();
}

/// Line `i` of the columns of a segment.
ChainedLine lineOf(const Json& columns, std::size_t i)
{
    const auto cell = [&](SegmentColumn::Place column) -> const Json& { return columns.at(column).at(i); };
    return {cell(SegmentColumn::Seq).get<std::uint64_t>(),
            Instant{Millis{cell(SegmentColumn::At).get<std::int64_t>()}},
            textIn(cell(SegmentColumn::Name)),
            textIn(cell(SegmentColumn::Payload)),
            cell(SegmentColumn::LastSeq).is_null() ? 0 : cell(SegmentColumn::LastSeq).get<std::uint64_t>(),
            textIn(cell(SegmentColumn::Token)),
            textIn(cell(SegmentColumn::Request)),
            textIn(cell(SegmentColumn::Body))};
}

/// Inserts the lines, with the chain over them; where it comes to. Throws std::exception.
ChainPoint insertLines(SQLite::Database& journal, const Json& columns, ChainPoint end)
{
    SQLite::Statement insert{journal, std::string{"INSERT INTO journal ("} + kChainedColumns +
                                          ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    for (std::size_t i = 0; i < columns.at(SegmentColumn::Seq).size(); ++i) {
        const ChainedLine line = lineOf(columns, i);
        end = {line.seq, hashAfter(end.hash, line)};
        insert.tryReset();
        for (std::size_t column = 0; column < SegmentColumn::Count; ++column)
            bindCell(insert, static_cast<int>(column) + 1, columns.at(column).at(i));
        insert.bind(kChainColumn + 1, end.hash.data(), static_cast<int>(end.hash.size()));
        insert.exec();
    }
    return end;
}

} // namespace

Segment segmentOf(SQLite::Database& journal, const std::string& life, const ChainPoint& before,
                  std::size_t most)
{
    Segment segment{{life, before, before}, 0, {}};
    // By columns, whose values are alike, and without the chain, which follows from them: half of the bytes.
    Json columns = Json::array();
    for (std::size_t column = 0; column < SegmentColumn::Count; ++column)
        columns.push_back(Json::array());
    SQLite::Statement rows{journal, std::string{"SELECT "} + kChainedColumns +
                                        " FROM journal WHERE seq > ? ORDER BY seq"};
    rows.bind(1, static_cast<std::int64_t>(before.seq));
    std::int64_t at = 0;
    // The lines of one command have one instant.
    while (rows.executeStep() && (segment.bytes < most || rows.getColumn(1).getInt64() == at)) {
        for (std::size_t column = 0; column < SegmentColumn::Count; ++column) {
            const SQLite::Column cell = rows.getColumn(static_cast<int>(column));
            columns[column].push_back(cellOf(cell));
            segment.bytes += static_cast<std::size_t>(cell.getBytes());
        }
        at = rows.getColumn(1).getInt64();
        segment.head.after.seq = static_cast<std::uint64_t>(rows.getColumn(0).getInt64());
        blobAt(rows, kChainColumn, segment.head.after.hash);
    }
    const auto bytes = Json::to_msgpack(differencesOf(std::move(columns)));
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
    const int format = parts->head.value("format", 0);
    if (format != kFormat && format != kFirstFormat)
        return tl::unexpected<std::string>{
            "it was written by another version of this program: restore it with that one"};
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
    const auto lines = unpacked(parts->body, parts->head.value("bytes", std::size_t{0}));
    if (!lines)
        return damagedSegment();
    try {
        Json columns = Json::from_msgpack(*lines);
        if (parts->head.value("format", 0) != kFirstFormat)
            columns = sumsOf(std::move(columns));
        const ChainPoint reached = insertLines(journal, columns, end);
        return reached == head->after ? tl::expected<ChainPoint, std::string>{reached} : damagedSegment();
    } catch (const Json::exception&) {
        return damagedSegment();
    }
}

} // namespace starqueue::db
