#include <db/sqlite/hall_directory.h>

#include <db/sqlite/hall_database.h>
#include <db/sqlite/key_file.h>
#include <files/posix_files.h>

#include <sys/stat.h>
#include <unistd.h>

namespace starqueue::db {

std::string whyNoHall(const std::filesystem::path& dir)
{
    const std::filesystem::path file = hallDatabase(dir);
    std::error_code error;
    std::string why;
    if (!std::filesystem::is_directory(dir, error))
        why = "there is no such directory";
    else if (!std::filesystem::exists(file, error))
        why = "there is no " + file.filename().string();
    else if (std::filesystem::is_regular_file(file, error) && std::filesystem::file_size(file, error) == 0)
        why = file.filename().string() + " is empty";
    else
        return {};
    return dir.string() + " holds no hall: " + why +
           ". `starqueue init DIR` makes a new hall in DIR; one that " +
           "lost its database is brought back from a backup";
}

std::string whyUnfinished(const std::filesystem::path& dir)
{
    std::error_code error;
    std::filesystem::path name = std::filesystem::weakly_canonical(dir, error);
    if (!name.has_filename())
        name = name.parent_path();
    if (name.extension() != kUnfinished)
        return {};
    return dir.string() + " wasn't finished, as by a program that was killed: remove it, and begin again";
}

std::string whyNotServed(const std::filesystem::path& dir)
{
    if (const std::string why = whyNoHall(dir); !why.empty())
        return why;
    if (const std::string why = whyUnfinished(dir); !why.empty())
        return why;
    std::error_code error;
    if (!std::filesystem::exists(dir / kBackupManifest, error))
        return {};
    return dir.string() +
           " is a backup, and no hall: numbers that were given since would be given again. "
           "`starqueue restore NEW-DIRECTORY --from " +
           dir.string() + "` makes a hall of it";
}

std::string whyNoCustomers(const std::filesystem::path& dir)
{
    const auto lookup = keyFile(dir, "lookup.key", files::posix());
    for (const auto& file : {dir / "customers.db", dir / "keys/persons.db", lookup}) {
        std::error_code error;
        const bool isThere = std::filesystem::exists(file, error);
        if (isThere && std::filesystem::file_size(file, error) > 0)
            continue;
        return file.string() + (isThere ? " is empty" : " is missing") +
               ": nobody's stars are known without it. Bring it back from a backup, or from where the keys "
               "are "
               "kept; `starqueue-hall --without-customers` serves everybody as an ordinary customer "
               "meanwhile";
    }
    return {};
}

std::string whyKeysAreOpen(const std::filesystem::path& dir)
{
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator{dir / "keys", error}) {
        struct stat status
        {};
        if (::stat(entry.path().c_str(), &status) != 0 || !S_ISREG(status.st_mode))
            continue;
        const std::string file = entry.path().string();
        if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
            return file + ": other accounts of this machine can read or write this key: chmod 600 " + file;
        if (status.st_uid != ::geteuid() && status.st_uid != 0)
            return file + ": this key belongs to another account, which can read it: start the program as "
                          "that account, or chown the hall's folder";
    }
    return {};
}

} // namespace starqueue::db
