#pragma once

#include <cli/command_line.h>

#include <db/crypto/hashing.h>
#include <db/people/customers.h>

namespace starqueue::cli::test {

/// A hall that knows the cards 1 and 2, a backup of it, and a copy of its keys on another medium.
class Erasing : public CommandLine
{
protected:
    void SetUp() override
    {
        CommandLine::SetUp();
        makeHall();
        m_medium = m_scratch / "medium";
        m_copy = m_medium / "keys";
        m_backup = m_scratch / "backup";
        std::filesystem::create_directory(m_medium);
        {
            const auto store = db::CustomerStore::open(m_hall);
            ASSERT_TRUE((*store)->importCsv("kind,value,stars,name\ncard,1,5,Zhao\ncard,2,4,Qian\n"));
            m_ref = (*store)->lookup(db::IdentityKind::Card, "1").value()->customerRef;
        }
        must({"backup", m_hall, m_backup, "--keys", m_copy});
    }
    ExitStatus erase() { return run({"customer", "erase", "--ref", db::hexOf(m_ref), "--data", m_hall}); }
    ExitStatus finish() { return run({"customer", "finish-erasure", "--data", m_hall}); }
    [[nodiscard]] static bool knows(const std::filesystem::path& hall, const std::string& card)
    {
        const auto store = db::CustomerStore::open(hall);
        return store && (*store)->lookup(db::IdentityKind::Card, card).value_or(std::nullopt).has_value();
    }
    /// Whether that copy of the keys has a row of the erased one's: they are in it as they are.
    [[nodiscard]] bool holdsKey(const std::filesystem::path& copy) const
    {
        return read(copy).find(std::string{m_ref.begin(), m_ref.end()}) != std::string::npos;
    }
    /// What the doctor says of the copies.
    std::string doctor()
    {
        run({"doctor", "--data", m_hall});
        return m_out;
    }

    std::filesystem::path m_medium;
    std::filesystem::path m_copy;
    std::filesystem::path m_backup;
    queue::Bits128 m_ref{};
};

} // namespace starqueue::cli::test
