#pragma once

#include <db/tokens/tokens.h>
#include <files/files.h>

#include <filesystem>
#include <map>
#include <string>

namespace starqueue::hall::test {

/// A data directory with five customers, and tokens for kiosk-1, kiosk-2, display, bridge, bridge-2 (both
/// bound to both kiosks and counters 1 to 5), bridge-3 (bound to kiosk 3 and counter 6), counter-1 …
/// counter-6, usher, duty-manager, manager, admin and technician.
class HallFolder
{
public:
    /// A temporary one, removed by the destructor.
    HallFolder();
    /// `path`, which is there and stays, on the disk of `files`.
    HallFolder(std::filesystem::path path, files::Files& files);
    ~HallFolder();
    HallFolder(const HallFolder&) = delete;
    HallFolder& operator=(const HallFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    /// A user with that password (a clerk: PIN).
    void addUser(const std::string& name, db::Role role, const std::string& password, bool mustChange) const;
    [[nodiscard]] const std::string& secret(const std::string& name) const { return m_secrets.at(name); }

private:
    void makeTokens(files::Files& files);
    void makeBridges(db::TokenStore& store);
    void importCustomers(files::Files& files);

    std::filesystem::path m_path;
    bool m_isTemporary = false;
    std::map<std::string, std::string> m_secrets;
};

} // namespace starqueue::hall::test
