#include <db/writer/writer_loop.h>

#include <utility>

namespace starqueue::db {

namespace {

void releaseAll(std::vector<Release>& releases, Fate fate)
{
    for (const Release& release : releases)
        if (release)
            release(fate);
    releases.clear();
}

} // namespace

Writer::Loop::Loop(Journal& journal, JournalClock& clock, queue::State state, Publish publish,
                   std::function<void(const std::string&)> onBroken, Lend lend, sync::Executor& executor,
                   VisitReasons* reasons)
    : m_journal(journal), m_clock(clock), m_reasons(reasons), m_state(std::move(state)),
      m_seq(journal.lastSeq()), m_publish(std::move(publish)), m_onBroken(std::move(onBroken)),
      m_lend(std::move(lend)), m_executor(executor), m_own(executor.strand())
{}

Writer::Loop::~Loop()
{
    m_executor.await([this](sync::Executor::Done idle) {
        sync::Lock lock{m_mutex};
        if (m_atWork) {
            m_idle = std::move(idle);
            return;
        }
        lock.unlock();
        idle();
    });
}

void Writer::Loop::put(Item item)
{
    {
        const sync::Lock lock{m_mutex};
        m_waiting.push_back(std::move(item));
        if (std::exchange(m_atWork, true))
            return;
    }
    scheduleNextBatch();
}

void Writer::Loop::scheduleNextBatch()
{
    const auto batch = [this]() REQUIRES(writersThread) { doBatch(); };
    if (!m_lend || !m_lend(batch))
        m_own->post(batch);
}

void Writer::Loop::doBatch()
{
    sync::Lock lock{m_mutex};
    const auto items = std::exchange(m_waiting, {});
    lock.unlock();
    carryOut(items);
    lock.lock();
    const bool goesOn = !m_waiting.empty();
    m_atWork = goesOn;
    const auto idle = goesOn ? nullptr : std::exchange(m_idle, nullptr);
    lock.unlock(); // from here on the destructor may be over, unless there is more
    if (goesOn)
        scheduleNextBatch();
    else if (idle)
        idle();
}

void Writer::Loop::carryOut(const std::vector<Item>& items)
{
    if (m_broken) {
        answerBroken(items);
        return;
    }
    BatchInProgress work{m_journal, m_state, m_seq, m_reasons};
    fill(work, items);
    if (work.fault())
        failWriter(work.releases(), work.fault()->detail);
    else if (work.batch().events.empty())
        releaseAll(work.releases(), Fate::Committed);
    else
        commit(work, items);
}

void Writer::Loop::fill(BatchInProgress& work, const std::vector<Item>& items)
{
    if (const auto step = m_clock.dueStep(m_state))
        work.take(*step, m_clock.now());
    for (const Item& item : items)
        work.take(item, m_clock.now());
}

tl::expected<void, StorageError> Writer::Loop::write(const BatchInProgress& work)
{
    const auto kept = work.hasReasons() ? m_reasons->keep() : tl::expected<void, StorageError>{};
    return kept ? m_journal.commit(work.batch()) : kept;
}

void Writer::Loop::commit(BatchInProgress& work, const std::vector<Item>& items)
{
    const auto committed = write(work);
    if (!committed && committed.error().fault == StorageFault::Full) {
        retryWithDiskFull(items, committed.error().detail);
    } else if (!committed) {
        failWriter(work.releases(), committed.error().detail);
    } else {
        m_seq = work.seq();
        m_committed.reset();
        m_publish(work.batch().events, m_state.clock);
        releaseAll(work.releases(), Fate::Committed);
    }
}

// The batch wasn't written, so answers based on its events are invalid: answer all again from the committed
// state.
void Writer::Loop::retryWithDiskFull(const std::vector<Item>& items, const std::string& why)
{
    if (m_reasons)
        m_reasons->takeBack(m_seq);
    BatchInProgress work{m_journal, m_state, m_seq, m_reasons, why};
    if (!restoreState()) {
        answerBroken(items);
        return;
    }
    for (const Item& item : items)
        work.take(item, m_clock.now());
    if (work.fault())
        failWriter(work.releases(), work.fault()->detail);
    else
        releaseAll(work.releases(), Fate::Committed);
}

bool Writer::Loop::restoreState()
{
    if (!m_committed) {
        auto replayed = m_journal.replay();
        if (!replayed) {
            std::vector<Release> none;
            failWriter(none, replayed.error().detail);
            return false;
        }
        m_committed = std::move(replayed->state);
    }
    m_state = *m_committed;
    return true;
}

void Writer::Loop::failWriter(std::vector<Release>& releases, const std::string& why)
{
    m_broken = why;
    releaseAll(releases, Fate::Unknown);
    m_onBroken(why);
}

// The state is unreliable now. The answers' content doesn't matter, since Fate::Unknown replaces it.
void Writer::Loop::answerBroken(const std::vector<Item>& items)
{
    const View view{m_state, m_clock.now(), m_seq, m_reasons};
    std::vector<Release> releases;
    releases.reserve(items.size());
    for (const Item& item : items)
        releases.push_back(std::holds_alternative<Question>(item)
                               ? std::get<Question>(item)(view)
                               : std::get<Submitted>(item).answering(view, StorageFull{*m_broken}));
    releaseAll(releases, Fate::Unknown);
}

Writer::Writer(Journal& journal, JournalClock& clock, queue::State state, Publish publish,
               std::function<void(const std::string&)> onBroken, Lend lend, sync::Executor& executor,
               VisitReasons* reasons)
    : m_loop(std::make_unique<Loop>(journal, clock, std::move(state), std::move(publish), std::move(onBroken),
                                    std::move(lend), executor, reasons))
{}

Writer::~Writer() = default;

void Writer::submit(std::optional<RequestKey> key, Intent intent, Answering answering)
{
    m_loop->put(Submitted{std::move(key), std::move(intent), std::move(answering)});
}

void Writer::ask(Question question)
{
    m_loop->put(std::move(question));
}

} // namespace starqueue::db
