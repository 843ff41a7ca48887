// Random damage to everything that a hall and its backups keep. 1 % of it here; STARQUEUE_FULL=1 (./test.sh
// --full) does all ten thousand.
#include <cli/command_line.h>
#include <cli/damage/killed_import.h>
#include <cli/hall_lines.h>

#include <db/crypto/hashing.h>
#include <db/people/customers.h>

#include <cstdlib>
#include <map>
#include <random>

using namespace starqueue;
using namespace starqueue::cli;

namespace {

namespace fs = std::filesystem;

constexpr int kAll = 10'000;
constexpr int kSome = 100;

std::string damaged(std::string bytes, std::mt19937& random, std::string& what)
{
    const std::size_t at = random() % bytes.size();
    if (random() % 10 == 0) {
        what += " cut at " + std::to_string(at);
        return bytes.substr(0, at);
    }
    const auto bit = static_cast<unsigned>(random() % 8);
    what += " byte " + std::to_string(at) + " bit " + std::to_string(bit);
    bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << bit));
    return bytes;
}

int timesOfDamage()
{
    return std::getenv("STARQUEUE_FULL") != nullptr ? kAll : kSome;
}

using DamageOfImport = test::KilledImport;

class AnyDamage : public test::CommandLine
{
protected:
    void SetUp() override
    {
        CommandLine::SetUp();
        makeHall();
        std::string people = "kind,value,stars,name\n";
        for (int i = 0; i < 50; ++i)
            people += "card," + std::to_string(i) + ",5,a name that takes some room\n";
        ASSERT_TRUE((*db::CustomerStore::open(m_hall))->importCsv(people));
        std::vector<int> seconds;
        for (int i = 0; i < 100; ++i)
            seconds.push_back(i);
        test::addLines(m_hall, seconds, std::string(300, 'x'));
        const std::string set = m_scratch / "set";
        ASSERT_EQ(run({"backup", m_hall, "--follow", set, "--once"}), ExitStatus::Well) << m_err;
        test::addLines(m_hall, {200, 201, 202});
        eraseSomebody();
        ASSERT_EQ(run({"backup", m_hall, "--follow", set, "--once", "--keys", m_scratch / "keys"}),
                  ExitStatus::Well)
            << m_err;
    }
    void eraseSomebody()
    {
        const auto person =
            (*db::CustomerStore::open(m_hall))->lookup(db::IdentityKind::Card, "7").value().value();
        ASSERT_EQ(run({"customer", "erase", "--ref", db::hexOf(person.customerRef), "--data", m_hall}),
                  ExitStatus::Well)
            << m_err;
    }
    /// Of a hall: those that hold rows; of its backups: all.
    [[nodiscard]] std::map<fs::path, std::string> files() const
    {
        std::map<fs::path, std::string> all;
        for (const char* name : {"hall.db", "customers.db", "keys/persons.db", "keys/lookup.key",
                                 "key-backup", "customers.anchor"})
            all[m_hall / name] = read(m_hall / name);
        for (const auto& entry : fs::recursive_directory_iterator(m_scratch / "set"))
            if (entry.is_regular_file())
                all[entry.path()] = read(entry.path());
        all[m_scratch / "keys"] = read(m_scratch / "keys");
        return all;
    }
    [[nodiscard]] bool isFound(const fs::path& file)
    {
        const bool isOfHall = file.string().starts_with(m_hall.string());
        return run({"verify", "--data", isOfHall ? m_hall : m_scratch / "set", "--keys",
                    m_scratch / "keys"}) != ExitStatus::Well;
    }
    static void put(const fs::path& file, const std::string& bytes)
    {
        for (const char* beside : {"-wal", "-shm"})
            fs::remove(file.string() + beside);
        std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    }
};

} // namespace

TEST_F(AnyDamage, IsFoundByVerify)
{
    const int times = timesOfDamage();
    const auto whole = files();
    ASSERT_FALSE(isFound(m_hall / "hall.db")) << m_err;
    ASSERT_FALSE(isFound(m_scratch / "set")) << m_err;
    std::map<std::string, std::pair<int, int>> tally; // found, of
    for (int seed = 0; seed < times; ++seed) {
        std::mt19937 random{static_cast<std::mt19937::result_type>(seed)};
        const auto& [file, bytes] =
            *std::next(whole.begin(), static_cast<std::ptrdiff_t>(random() % whole.size()));
        std::string what = "seed " + std::to_string(seed) + " " + file.filename().string();
        put(file, damaged(bytes, random, what));
        const bool found = isFound(file);
        auto& [foundOf, of] = tally[fs::relative(file, m_scratch).string()];
        ++of;
        foundOf += found ? 1 : 0;
        EXPECT_TRUE(found) << what;
        put(file, bytes);
    }
    for (const auto& [file, counts] : tally)
        std::printf("%s: %d of %d found\n", file.c_str(), counts.first, counts.second);
}

// Of the logs of a hall that was killed: what isn't found changes nothing that is read.
TEST_F(DamageOfImport, IsFoundByVerifyAndByTheStartOrLosesNobody)
{
    const int times = timesOfDamage();
    int found = 0;
    for (int seed = 0; seed < times; ++seed) {
        std::mt19937 random{static_cast<std::mt19937::result_type>(seed)};
        const fs::path log = std::string(test::kOfCustomers[seed % 2]) + "-wal";
        std::string what = "seed " + std::to_string(seed) + ' ' + log.string();
        write(log, damaged(read(m_killed / log), random, what));
        const bool isFound = verify() != ExitStatus::Well;
        const bool stopsTheStart = !start().empty();
        found += isFound ? 1 : 0;
        EXPECT_EQ(isFound, stopsTheStart) << what << ": " << m_err;
        if (!isFound) {
            EXPECT_EQ(known(), kImported) << what;
        }
        kill();
    }
    std::printf("logs of an import: %d of %d found\n", found, times);
}
