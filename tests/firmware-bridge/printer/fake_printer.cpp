#include <firmware-bridge/printer/fake_printer.h>

#include <firmware-bridge/profiles/profile_reader.h>

#include <utility>

namespace starqueue::bridge::test {

namespace {

const QByteArray kClearAll("\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08", 10);
const QByteArray kCustomReset("\x1C\xC0\x18\x10\x14\x1A", 6);
constexpr char kDleByte = 0x10;

/// Whether `bytes` are, or begin, a real-time command.
bool mayBeRealTime(const QByteArray& bytes)
{
    if (kClearAll.startsWith(bytes) || kCustomReset.startsWith(bytes))
        return true;
    const bool isAsked = bytes.size() > 1 && (bytes.at(1) == 4 || bytes.at(1) == 5);
    return bytes.at(0) == kDleByte && (bytes.size() == 1 || (isAsked && bytes.size() <= 3));
}

bool isWholeRealTime(const QByteArray& bytes)
{
    return bytes == kClearAll || bytes == kCustomReset ||
           (bytes.size() == 3 && bytes.at(0) == kDleByte && bytes.at(1) != 0x14);
}

bool isCut(const escpos::Command& command)
{
    return command.kind == escpos::Command::Kind::Group && command.name() == 'V';
}

} // namespace

void FakePrinter::receive(const QByteArray& bytes, SteadyTime now)
{
    received += bytes;
    for (const char byte : bytes) {
        m_held += byte;
        if (isWholeRealTime(m_held)) {
            realTime(std::exchange(m_held, {}), now);
            continue;
        }
        if (mayBeRealTime(m_held))
            continue;
        for (const auto& command : m_reader.feed(std::exchange(m_held, {}).toStdString()))
            m_buffer.push_back(command);
    }
    tick(now);
}

void FakePrinter::realTime(const QByteArray& command, SteadyTime now)
{
    if (command.size() != 3) {
        ++clears;
        if (!knowsClear)
            return;
        loseBuffer();
        if (command == kClearAll)
            say(QByteArray("\x37\x25\x00", 3), now);
        return;
    }
    const int n = command.at(2);
    if (command.at(1) == 5) {
        enquiries.push_back(n);
        onEnquiry(n);
    } else if (answersRealTime && status.count(n) > 0) {
        say(status[n], now);
    }
}

// Answers that take long are overtaken by real-time ones.
void FakePrinter::say(const QByteArray& bytes, SteadyTime at)
{
    const auto later =
        std::find_if(answers.begin(), answers.end(), [at](const auto& answer) { return answer.first > at; });
    answers.emplace(later, at, bytes);
}

void FakePrinter::loseBuffer()
{
    m_buffer.clear();
    m_reader.clear();
    m_paper.clearBuffer();
}

void FakePrinter::tick(SteadyTime now)
{
    while (!stopped && !m_buffer.empty() && now >= m_busyUntil) {
        const escpos::Command command = m_buffer.front();
        m_buffer.pop_front();
        execute(command, now);
    }
}

void FakePrinter::execute(const escpos::Command& command, SteadyTime now)
{
    const QByteArray bytes = QByteArray::fromStdString(command.bytes);
    onCommand(bytes);
    if (bytes.startsWith("\x1D(H") && answersIds)
        say(QByteArray("\x37\x22", 2) + bytes.mid(7, 4) + '\0', now + idsTake);
    if (bytes.startsWith("\x1Dr") && answersSensor)
        say(sensor, now);
    m_paper.apply(command);
    if (command.at(0) == '\n') {
        m_busyUntil = now + 15ms;
        if (++m_lines == stopAtLine) {
            stopped = true;
            onStop();
        }
    }
    if (isCut(command))
        onCut();
}

int FakePrinter::wholeCopiesOf(const std::string& number) const
{
    int copies = 0;
    for (const auto& ticket : papers())
        copies += ticket.cut && ticket.plainText().find(number) != std::string::npos ? 1 : 0;
    return copies;
}

int FakePrinter::markedCopies() const
{
    int copies = 0;
    for (const auto& ticket : papers())
        copies += ticket.plainText().find("REPRINT") != std::string::npos ? 1 : 0;
    return copies;
}

void FakePrinterTest::connect(const PrinterProfile& wanted)
{
    profile = wanted;
    host = PrinterDialogue(profile);
    host.lineOpened(now);
    pass(1s);
}

void FakePrinterTest::connectTrusting()
{
    PrinterProfile trusting;
    trusting.trustWrites = true;
    connect(trusting);
}

void FakePrinterTest::step()
{
    now += 20ms;
    host.tick(now);
    const QByteArray toPrinter = host.takeOutput();
    if (powered) {
        fake.receive(wireToPrinter(toPrinter), now);
        fake.tick(now);
    }
    while (!fake.answers.empty() && fake.answers.front().first <= now) {
        const QByteArray bytes = wireToHost(fake.answers.front().second);
        fake.answers.pop_front();
        host.received(bytes, now);
    }
    for (const auto& ended : host.takeEnded())
        ends[ended.job].push_back(ended.outcome);
    for (const auto& moved : host.takeMoved())
        paper[moved.job].push_back(moved.event);
}

void FakePrinterTest::pass(std::chrono::milliseconds time)
{
    for (const SteadyTime end = now + time; now < end;)
        step();
}

std::chrono::milliseconds FakePrinterTest::until(const std::function<bool()>& holds,
                                                 std::chrono::milliseconds atMost)
{
    const SteadyTime begin = now;
    while (!holds() && now - begin < atMost)
        step();
    return now - begin;
}

void FakePrinterTest::print(TicketPrinter::JobId job)
{
    PrintedTicket ticket;
    ticket.number = u"A%1"_s.arg(job, 3, 10, QLatin1Char('0'));
    ticket.hall = u"厅"_s;
    host.print(job, ticket, now);
}

void FakePrinterTest::cutPower(std::chrono::milliseconds time, const QByteArray& notice)
{
    powered = false;
    fake.answers.clear();
    fake.loseBuffer();
    pass(time);
    powered = true;
    fake.stopped = false;
    if (!notice.isEmpty())
        fake.say(notice, now);
}

void FakePrinterTest::expectRefused(Outcome outcome, std::chrono::milliseconds within)
{
    print(1);
    pass(within);
    EXPECT_EQ(ends[1], std::vector{outcome});
    EXPECT_FALSE(fake.received.contains("A001"));
}

void FakePrinterTest::endPaperAtStop()
{
    fake.onStop = [this] {
        fake.status[1] = "\x1A";
        fake.status[4] = "\x72";
    };
}

void FakePrinterTest::hangInAClone()
{
    fake = FakePrinter();
    ends.clear();
    fake.answersIds = false;
    connect(loadProfile(u"clone-gsr"_s, u"/"_s).value());
    pass(3s);
    fake.stopAfter(2);
    print(1);
    until([this] { return fake.stopped; }, 5s);
    ASSERT_TRUE(fake.stopped);
}

void FakePrinterTest::refill()
{
    fake.status[1] = fake.status[4] = "\x12";
    fake.stopped = false;
}

} // namespace starqueue::bridge::test
