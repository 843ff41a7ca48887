#pragma once

#include <cli/damage/hall_with_card.h>

#include <db/pages/checksum_vfs.h>

#include <SQLiteCpp/SQLiteCpp.h>

namespace starqueue::cli::test {

inline constexpr const char* kOfCustomers[] = {"customers.db", "keys/persons.db"};

/// A hall that knew the card 1, took 40 customers in while another program was reading, and was killed: the
/// import is in the write-ahead logs alone. A copy of it lies in m_killed.
class KilledImport : public HallWithCard
{
protected:
    static constexpr int kImported = 40;

    void SetUp() override
    {
        HallWithCard::SetUp();
        m_before = m_scratch / "before";
        m_killed = m_scratch / "killed";
        std::filesystem::copy(m_hall, m_before, std::filesystem::copy_options::recursive);
        {
            const Reading records{m_hall / kOfCustomers[0]};
            const Reading keys{m_hall / kOfCustomers[1]};
            import();
            std::filesystem::copy(m_hall, m_killed, std::filesystem::copy_options::recursive);
        }
        kill();
    }
    void import()
    {
        std::string csv = "kind,value,stars\n";
        for (int i = 100; i < 100 + kImported; ++i)
            csv += "card," + std::to_string(i) + ",5\n";
        std::ofstream(m_scratch / "people.csv") << csv;
        must({"import-customers", m_scratch / "people.csv", "--data", m_hall});
    }
    /// The hall is as it lay then.
    void kill() const
    {
        std::filesystem::remove_all(m_hall);
        std::filesystem::copy(m_killed, m_hall, std::filesystem::copy_options::recursive);
        for (const char* name : kOfCustomers)
            std::filesystem::remove((m_hall / name).string() + "-shm");
    }
    void write(const std::filesystem::path& name, const std::string& bytes) const
    {
        std::ofstream(m_hall / name, std::ios::binary | std::ios::trunc) << bytes;
    }
    ExitStatus verify() { return run({"verify", "--data", m_hall}); }
    /// What the start says of the customers; empty: it goes well.
    [[nodiscard]] std::string start() const
    {
        const auto store = db::CustomerStore::open(m_hall);
        return store ? std::string() : store.error().detail;
    }
    /// How many are known with their five stars.
    [[nodiscard]] int known() const
    {
        const auto store = db::CustomerStore::open(m_hall);
        int count = 0;
        for (int i = 100; store && i < 100 + kImported; ++i) {
            const auto one = (*store)->lookup(db::IdentityKind::Card, std::to_string(i));
            count += one && *one && (*one)->stars == 5 ? 1 : 0;
        }
        return count;
    }
    [[nodiscard]] bool says(const std::string& text) const { return m_err.find(text) != std::string::npos; }

    std::filesystem::path m_before;
    std::filesystem::path m_killed;

private:
    /// Keeps what it reads from being overwritten.
    class Reading
    {
    public:
        explicit Reading(const std::filesystem::path& file)
            : m_database(file.string(), SQLite::OPEN_READWRITE, 0, db::checksumVfs())
        {
            m_database.exec("BEGIN");
            (void)m_database.execAndGet("SELECT count(*) FROM row_seal");
        }

    private:
        SQLite::Database m_database;
    };
};

} // namespace starqueue::cli::test
