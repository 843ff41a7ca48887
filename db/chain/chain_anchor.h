#pragma once

#include <db/chain/chain.h>
#include <files/files.h>

#include <filesystem>
#include <optional>
#include <string>

namespace starqueue::db {

/// How far a journal had come, and of which life it was.
struct ChainAnchor
{
    std::string life; ///< in hexadecimal
    ChainPoint point;
    bool holds = false; ///< the hall has the file `holdings` (holdings.h)

    friend bool operator==(const ChainAnchor&, const ChainAnchor&) = default;
};

/// The chain's end in `dir`/chain.anchor (or `name`, of another chain), outside the database: lines up to it
/// that the database lacks were lost. It may be behind, never ahead of what is durable. One thread at a time.
/// Private to db/.
class ChainAnchorFile
{
public:
    ChainAnchorFile(const std::filesystem::path& dir, files::Files& files, const char* name = "chain.anchor");

    enum class Trouble { Missing, Damaged };
    [[nodiscard]] tl::expected<ChainAnchor, Trouble> read() const;
    /// In place and without a sync, but for the first time. Errors are ignored: an anchor that stays behind
    /// finds less.
    void write(const ChainAnchor& anchor);
    void writeDurably(const ChainAnchor& anchor);

    /// Whether there is such a file and it isn't empty: a power cut may tear it and never takes all of it.
    [[nodiscard]] bool holdsBytes() const;

    /// Whether the hall has the file `holdings` by now.
    [[nodiscard]] bool isBesideHoldings() const;

    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

private:
    files::Files& m_files;
    std::filesystem::path m_file;
    bool m_hasPlace = false;
};

} // namespace starqueue::db
