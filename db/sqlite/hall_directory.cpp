#include <db/sqlite/hall_directory.h>

#include <db/sqlite/hall_database.h>

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

std::string whyNoCustomers(const std::filesystem::path& dir)
{
    for (const char* name : {"customers.db", "keys/persons.db", "keys/lookup.key"}) {
        const std::filesystem::path file = dir / name;
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

} // namespace starqueue::db
