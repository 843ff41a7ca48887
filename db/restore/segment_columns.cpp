#include <db/restore/segment_columns.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>

namespace starqueue::db {

namespace {

using Json = nlohmann::json;
using Bytes = Json::binary_t::container_type;

void subtractBefore(Json& column)
{
    for (std::size_t i = column.size(); i-- > 1;)
        column[i] = column[i].get<std::int64_t>() - column[i - 1].get<std::int64_t>();
}

void addBefore(Json& column)
{
    for (std::size_t i = 1; i < column.size(); ++i)
        column[i] = column[i].get<std::int64_t>() + column[i - 1].get<std::int64_t>();
}

/// Adds `sign` times the line's seq to what a line has.
void shiftBySeq(Json& column, const Json& seqs, std::int64_t sign)
{
    for (std::size_t i = 0; i < column.size(); ++i)
        if (!column[i].is_null())
            column[i] = column[i].get<std::int64_t>() + sign * seqs.at(i).get<std::int64_t>();
}

void mix(Bytes& id, const Bytes& with)
{
    for (std::size_t i = 0; i < std::min(id.size(), with.size()); ++i)
        id[i] ^= with[i];
}

/// Mixes each id with the one that its token sent before; `isMixed` says that they are mixed already, which
/// takes it back.
void mixIds(Json& columns, bool isMixed)
{
    std::map<std::string, Bytes> before;
    Json& ids = columns.at(SegmentColumn::Request);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (ids[i].is_null())
            continue;
        Bytes& last = before[columns.at(SegmentColumn::Token).at(i).get<std::string>()];
        Bytes& id = ids[i].get_binary();
        const Bytes sent = id;
        mix(id, last);
        last = isMixed ? id : sent;
    }
}

} // namespace

Json differencesOf(Json columns)
{
    shiftBySeq(columns.at(SegmentColumn::LastSeq), columns.at(SegmentColumn::Seq), -1);
    subtractBefore(columns.at(SegmentColumn::Seq));
    subtractBefore(columns.at(SegmentColumn::At));
    mixIds(columns, false);
    return columns;
}

Json sumsOf(Json columns)
{
    addBefore(columns.at(SegmentColumn::Seq));
    addBefore(columns.at(SegmentColumn::At));
    shiftBySeq(columns.at(SegmentColumn::LastSeq), columns.at(SegmentColumn::Seq), 1);
    mixIds(columns, true);
    return columns;
}

} // namespace starqueue::db
