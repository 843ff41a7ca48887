#pragma once

#include <house/kernel/random.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace starqueue::house {

/// A file's bytes twice: as programs see them, and as they surely are on the disk; with every change in
/// between.
class StoredFile
{
public:
    /// At most `size` bytes; fewer at the end of the file.
    [[nodiscard]] std::string_view read(std::size_t at, std::size_t size) const;
    void write(std::size_t at, std::string_view bytes);
    void truncate(std::size_t size);
    [[nodiscard]] std::size_t size() const { return m_seen.size(); }

    /// From here on all that was written outlives a power cut.
    void sync();
    /// As Linux does after a failed fsync: the pages count as clean. Some were written, the others never will
    /// be, though programs still read them until the machine starts anew.
    void failSync(Random& random);
    /// The disk rots: up to 1500 bytes in a row, synced or not, become any others. The file isn't empty.
    void rot(Random& random);
    /// The power goes: of the unsynced changes none, the first ones or any are on the disk; some writes are
    /// torn at sectors.
    void cutPower(Random& random);

private:
    struct Change
    {
        std::size_t at = 0; ///< of a truncation: the new size
        std::string bytes;
        bool truncates = false;
    };

    void writeBack(std::size_t changes);
    static void apply(std::string& image, const Change& change);
    static void applyTorn(std::string& image, const Change& change, Random& random);

    std::string m_seen;
    std::string m_synced;
    std::vector<Change> m_unsynced;
};

} // namespace starqueue::house
