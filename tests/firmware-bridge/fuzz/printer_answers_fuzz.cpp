// libFuzzer over what a printer answers: no crash, no job without an end, and no "printed" that the answers
// don't bear. scripts/fuzz-printer.sh builds and runs it; the corpus beside this file is what it has found
// worth keeping.
#include <firmware-bridge/fuzz/answers_oracle.h>
#include <firmware-bridge/printer/printer_dialogue.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace starqueue::bridge {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr SteadyTime kStep = 100ms;
constexpr SteadyTime kEveryJobEndsWithin = 30min;
constexpr int kMostJobs = 4;

/// Says at the end how much it was.
struct Tally
{
    long long answers = 0; ///< pieces of answers, of one byte or more
    long long printed = 0;
    ~Tally() { std::fprintf(stderr, "%lld answers, %lld times printed\n", answers, printed); }
};
Tally s_tally;

void complain(const char* what)
{
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

PrinterProfile profileOf(uint8_t choice)
{
    PrinterProfile profile;
    if (choice % 3 == 1)
        profile.proof = PrintProof::Sensor;
    if (choice % 3 == 2)
        profile.proof = PrintProof::None;
    profile.trustWrites = (choice & 0x40) != 0;
    if ((choice & 0x80) != 0)
        profile.clear = ClearCommand::None;
    return profile;
}

/// Reads the input as acts on a driver: time passes, bytes come, the cable goes.
class Player
{
public:
    Player(const uint8_t* data, std::size_t size)
        : m_data(data), m_left(size), m_profile(profileOf(next())), m_driver(m_profile)
    {
        m_driver.lineOpened(m_now);
    }

    void play()
    {
        while (m_left > 0) {
            const uint8_t act = next();
            perform(act % 8, act / 8);
            look();
        }
        expectEnd();
    }

private:
    uint8_t next()
    {
        if (m_left == 0)
            return 0;
        --m_left;
        return *m_data++;
    }

    void perform(int act, int amount)
    {
        switch (act) {
        case 0:
            return pass(kStep * (1 + amount));
        case 1:
            return pass(2s * (1 + amount));
        case 2:
            return hear(rawBytes(1 + amount % 16));
        case 3: // well, to each question
            hear(QByteArray(m_oracle.takeQuestions().size(), '\x12'));
            if (amount % 2 == 0)
                hear(QByteArray(m_oracle.takeSensorQuestions(), '\0'));
            return;
        case 4:
            return hear("7\"" + m_oracle.lastId() + '\0');
        case 5:
            m_open = !m_open;
            return m_open ? m_driver.lineOpened(m_now) : m_driver.lineLost(m_now);
        case 6:
            return print();
        default:
            return hear(damaged(amount));
        }
    }

    QByteArray rawBytes(int count)
    {
        QByteArray bytes;
        for (int i = 0; i < count; ++i)
            bytes += static_cast<char>(next());
        return bytes;
    }

    QByteArray damaged(int amount)
    {
        QByteArray block = "7\"" + m_oracle.lastId() + '\0';
        block[amount % block.size()] = static_cast<char>(block[amount % block.size()] ^ (1 << (amount % 8)));
        return block;
    }

    void hear(const QByteArray& bytes)
    {
        if (!m_open || bytes.isEmpty())
            return;
        ++s_tally.answers;
        m_oracle.heard(bytes, m_now);
        m_driver.received(bytes, m_now);
    }

    void print()
    {
        if (m_job != 0 || m_jobs == kMostJobs)
            return;
        m_job = static_cast<TicketPrinter::JobId>(++m_jobs);
        m_oracle.jobBegins();
        PrintedTicket ticket;
        ticket.hall = u"Hall"_s;
        ticket.number = u"A001"_s;
        m_driver.print(m_job, ticket, m_now);
    }

    void pass(SteadyTime time)
    {
        for (const SteadyTime until = m_now + time; m_now < until;) {
            m_now += kStep;
            m_driver.tick(m_now);
            look();
        }
    }

    void look()
    {
        m_oracle.sent(m_driver.takeOutput());
        for (const PrinterDialogue::Ended& ended : m_driver.takeEnded()) {
            if (ended.job != m_job || m_job == 0)
                complain("a job ended that wasn't running, or ended twice");
            s_tally.printed += ended.outcome == TicketPrinter::Outcome::Printed ? 1 : 0;
            if (ended.outcome == TicketPrinter::Outcome::Printed && !m_oracle.mayBePrinted())
                complain("said to be printed, and no answer says so");
            m_job = 0;
        }
    }

    void expectEnd()
    {
        for (const SteadyTime until = m_now + kEveryJobEndsWithin; m_job != 0 && m_now < until;) {
            m_now += 1s;
            m_driver.tick(m_now);
            look();
        }
        if (m_job != 0)
            complain("a job never ended");
    }

    const uint8_t* m_data;
    std::size_t m_left;
    PrinterProfile m_profile;
    PrinterDialogue m_driver;
    AnswersOracle m_oracle;
    SteadyTime m_now{1000};
    TicketPrinter::JobId m_job = 0;
    int m_jobs = 0;
    bool m_open = true;
};

} // namespace

} // namespace starqueue::bridge

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    starqueue::bridge::Player(data, size).play();
    return 0;
}
