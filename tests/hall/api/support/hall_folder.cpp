#include <hall/api/support/hall_folder.h>

#include <db/people/customers.h>
#include <db/tokens/tokens.h>
#include <db/users/users.h>
#include <files/posix_files.h>

#include <sodium.h>

#include <cstdlib>
#include <stdexcept>
#include <utility>

namespace starqueue::hall::test {

namespace {

// One of each kind that the rules tell apart.
constexpr auto kCustomers = "kind,value,stars,key_contact,name\n"
                            "phone,13900000007,7,0,Seven\n"
                            "phone,13900000005,5,0,Five\n"
                            "phone,13900000004,4,0,Four\n"
                            "card,622200000001,0,1,Key\n"
                            "scan,VIP-0005,5,0,Code\n";

std::filesystem::path newDir()
{
    std::string name = (std::filesystem::temp_directory_path() / "starqueue-hall-XXXXXX").string();
    if (!::mkdtemp(name.data()))
        throw std::runtime_error("no directory for the test under " + name);
    return name;
}

} // namespace

HallFolder::HallFolder() : HallFolder(newDir(), files::posix())
{
    m_isTemporary = true;
}

HallFolder::HallFolder(std::filesystem::path path, files::Files& files) : m_path(std::move(path))
{
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium could not start");
    makeTokens(files);
    importCustomers(files);
}

HallFolder::~HallFolder()
{
    std::error_code ignored;
    if (m_isTemporary)
        std::filesystem::remove_all(m_path, ignored);
}

void HallFolder::addUser(const std::string& name, db::Role role, const std::string& password,
                         bool mustChange) const
{
    auto users = db::UserStore::open(m_path, files::posix(), db::kLeastCost);
    if (!users || !(*users)->add({{}, name, role, false, mustChange, 0, 0}, password))
        throw std::runtime_error("user " + name + " could not be added");
}

void HallFolder::makeTokens(files::Files& files)
{
    using db::Role;
    auto store = db::TokenStore::open(m_path, files);
    if (!store)
        throw std::runtime_error(store.error().detail);
    const auto make = [&](const std::string& name, Role role, const std::string& bound) {
        const auto made = (*store)->create(role, bound, name, Instant{});
        if (!made)
            throw std::runtime_error(made.error().detail);
        m_secrets[name] = made->secret;
    };
    for (const char* id : {"1", "2"})
        make(std::string("kiosk-") + id, Role::Kiosk, id);
    for (int i = 1; i <= 6; ++i)
        make("counter-" + std::to_string(i), Role::Clerk, std::to_string(i));
    makeBridges(**store);
    for (const Role role :
         {Role::Display, Role::Usher, Role::DutyManager, Role::Manager, Role::Admin, Role::Technician})
        make(std::string(formats::word(role)), role, "");
}

void HallFolder::makeBridges(db::TokenStore& store)
{
    const db::Reach most{{"1", "2"}, {"1", "2", "3", "4", "5"}};
    const db::Reach rest{{"3"}, {"6"}};
    for (const auto& [name, reach] :
         {std::pair("bridge", most), std::pair("bridge-2", most), std::pair("bridge-3", rest)}) {
        const auto made = store.createBridge(reach, name, Instant{});
        if (!made)
            throw std::runtime_error(made.error().detail);
        m_secrets[name] = made->secret;
    }
}

void HallFolder::importCustomers(files::Files& files)
{
    auto store = db::CustomerStore::open(m_path, files);
    if (!store)
        throw std::runtime_error(store.error().detail);
    const auto report = (*store)->importCsv(kCustomers);
    if (!report || report->taken != 5)
        throw std::runtime_error(report ? "customers were not taken" : report.error().detail);
}

} // namespace starqueue::hall::test
