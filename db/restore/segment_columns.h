#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>

namespace starqueue::db {

/// Where each of kChainedColumns but the chain stands in a segment.
struct SegmentColumn
{
    enum Place : std::size_t { Seq, At, Name, Payload, LastSeq, Token, Request, Body, Count };
};

// A segment's columns as differences, which are small and alike and pack to almost nothing: a line's seq and
// instant from those of the line before, the last seq of its request from its own, an id from the one that
// the same token sent before, bit by bit (faces count their ids). Private to db/.

[[nodiscard]] nlohmann::json differencesOf(nlohmann::json columns);
/// The columns whose differences `columns` are. Throws nlohmann::json::exception when they are none.
[[nodiscard]] nlohmann::json sumsOf(nlohmann::json columns);

} // namespace starqueue::db
