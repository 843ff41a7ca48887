#pragma once

#include <db/journal/journal.h>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace starqueue::db::test {

/// Passes everything on to the real journal, but a test decides over each commit.
class GuardedJournal final : public Journal
{
public:
    explicit GuardedJournal(std::unique_ptr<Journal> real) : m_real(std::move(real)) {}

    std::uint64_t lastSeq() const override { return m_real->lastSeq(); }
    std::string life() const override { return m_real->life(); }
    tl::expected<Replayed, StorageError> replay() override { return m_real->replay(); }
    tl::expected<void, StorageError> commit(const Batch& batch) override
    {
        if (beforeCommit)
            if (auto fault = beforeCommit())
                return tl::unexpected{*fault};
        return m_real->commit(batch);
    }
    tl::expected<std::optional<Remembered>, StorageError> remembered(const RequestKey& key) override
    {
        return m_real->remembered(key);
    }
    tl::expected<queue::Events, StorageError> events(const Remembered& request) override
    {
        return m_real->events(request);
    }
    tl::expected<std::string, StorageError> senderOf(std::uint64_t seq) override
    {
        return m_real->senderOf(seq);
    }
    tl::expected<std::vector<Recorded>, StorageError> read(std::uint64_t seq, std::size_t limit) override
    {
        return m_real->read(seq, limit);
    }

    std::function<std::optional<StorageError>()> beforeCommit;

private:
    std::unique_ptr<Journal> m_real;
};

} // namespace starqueue::db::test
