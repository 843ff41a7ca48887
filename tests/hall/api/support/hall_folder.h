#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace starqueue::hall::test {

/// A temporary data directory, removed by the destructor. It has four customers, and tokens for kiosk-1,
/// kiosk-2, display, bridge, bridge-2, counter-1 … counter-6, usher, duty-manager, manager, admin and
/// technician.
class HallFolder
{
public:
    HallFolder();
    ~HallFolder();
    HallFolder(const HallFolder&) = delete;
    HallFolder& operator=(const HallFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] const std::string& secret(const std::string& name) const { return m_secrets.at(name); }

private:
    void makeTokens();
    void importCustomers();

    std::filesystem::path m_path;
    std::map<std::string, std::string> m_secrets;
};

} // namespace starqueue::hall::test
