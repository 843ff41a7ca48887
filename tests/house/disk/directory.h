#pragma once

#include <house/disk/stored_file.h>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace starqueue::house {

/// The names of the files, as programs see them and as they surely are on the disk. Of changes that weren't
/// synced a power cut leaves the first ones. As POSIX says and btrfs does, only the sync of a folder makes
/// the names in it durable, and its own name is its parent's.
class Directory
{
public:
    using File = std::shared_ptr<StoredFile>;

    /// Null: there is no such file.
    [[nodiscard]] File find(const std::string& name) const;
    File create(const std::string& name);
    /// Without it the folder of a file is there, and always was.
    void makeFolder(const std::string& name);
    void remove(const std::string& name);
    /// Replaces `to`, in the same folder, in one change.
    void rename(const std::string& from, const std::string& to);

    void sync(const std::string& folder);
    void cutPower(Random& random);
    [[nodiscard]] static std::string folderOf(const std::string& name);

private:
    using Names = std::map<std::string, File>;
    using Change = Names; ///< null: the name goes

    static void apply(Names& names, const Change& change);
    void make(Change change);
    void loseFilesOfLostFolders();

    Names m_seen;
    Names m_synced;
    std::vector<Change> m_unsynced;
    std::set<std::string> m_folders; ///< that were made
};

} // namespace starqueue::house
