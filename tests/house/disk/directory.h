#pragma once

#include <house/disk/stored_file.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace starqueue::house {

/// The names of the files, as programs see them and as they surely are on the disk. Of changes that weren't
/// synced a power cut leaves the first ones: file systems keep their journal in order.
class Directory
{
public:
    using File = std::shared_ptr<StoredFile>;

    /// Null: there is no such file.
    [[nodiscard]] File find(const std::string& name) const;
    File create(const std::string& name);
    void remove(const std::string& name);
    /// Replaces `to` in one change.
    void rename(const std::string& from, const std::string& to);

    /// Syncing a directory, or any file in it (one journal serves both).
    void sync();
    void cutPower(Random& random);

private:
    using Names = std::map<std::string, File>;
    using Change = Names; ///< null: the name goes

    static void apply(Names& names, const Change& change);
    void make(Change change);

    Names m_seen;
    Names m_synced;
    std::vector<Change> m_unsynced;
};

} // namespace starqueue::house
