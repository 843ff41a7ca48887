#include <journeys/calls/all_call.h>

#include <journeys/wait.h>

#include <QProcess>

namespace starqueue::journey {

using namespace Qt::StringLiterals;
using std::chrono::seconds;

namespace {

constexpr int kCountersOfInit = 6;

QStringList sorted(QStringList numbers)
{
    numbers.sort();
    return numbers;
}

} // namespace

AllCall::AllCall(Options options) : HallJourney(options.programs), m_options(std::move(options)) {}

JourneyReport AllCall::run()
{
    const Step<AllCall> steps[]{
        {u"make a hall"_s, &AllCall::prepareHall},
        {u"start the hall service"_s, &AllCall::startHallService},
        {u"open the counters"_s, &AllCall::openCounters},
        {u"start the display"_s, &AllCall::startDisplay},
        {u"call at every counter"_s, &AllCall::callAll},
        {u"see each call at every instant"_s, &AllCall::seeThemAllTheTime},
        {u"see a call go when its service begins"_s, &AllCall::serveOne},
    };
    m_report.served = true;
    return takeSteps(*this, steps);
}

QString AllCall::tokenOf(int counter)
{
    return u"counter-%1"_s.arg(counter);
}

bool AllCall::prepareHall()
{
    bool made = initHall();
    for (int counter = kCountersOfInit + 1; made && counter <= m_options.counters; ++counter)
        made = addCounter(counter);
    return made;
}

bool AllCall::addCounter(int counter)
{
    const QString id = QString::number(counter);
    const QString rule = u"\n[[counter]]\nid = \"%1\"\nname = { zh = \"%1号窗口\", en = \"Counter %1\" }\n"
                         "services = [\"account\"]\n"_s.arg(id);
    QProcess token;
    token.start(m_programs.pathOf(u"starqueue"_s),
                {u"token"_s, u"add"_s, u"--role"_s, u"clerk"_s, u"--for"_s, id, u"--data"_s, m_dir.path(),
                 u"--file"_s, file(u"tokens/"_s + tokenOf(counter))});
    return token.waitForFinished() && token.exitCode() == 0 && rewrite(u"hall.toml"_s, [&](QByteArray& text) {
               text += rule.toUtf8();
               return true;
           });
}

bool AllCall::startDisplay()
{
    const QStringList arguments{u"--hall"_s,       u"http://127.0.0.1:%1"_s.arg(m_port),
                                u"--token-file"_s, file(u"tokens/display-1"_s),
                                u"--language"_s,   m_options.language,
                                u"--size"_s,       u"1920x1080"_s};
    m_display = SeenFace::start(m_programs, u"display-1"_s, u"starqueue-display"_s, arguments, m_dir.path());
    return m_display &&
           m_display->until([](const SeenPage& page) { return !page.textAt(u"headline"_s).isEmpty(); }, 0);
}

bool AllCall::openCounters()
{
    for (int counter = 1; counter <= m_options.counters; ++counter) {
        const auto ticket =
            tell(u"kiosk-1"_s, u"/tickets"_s, {{u"service"_s, u"account"_s}, {u"kiosk"_s, u"1"_s}});
        if (!ticket || !tell(tokenOf(counter), u"/counters/%1/open"_s.arg(counter),
                             {{u"clerk"_s, QString::number(100 + counter)}}))
            return false;
        m_called << objectOf(*ticket)[u"number"_s].toString();
    }
    return true;
}

bool AllCall::callAll()
{
    for (int counter = 1; counter <= m_options.counters; ++counter)
        if (!tell(tokenOf(counter), u"/counters/%1/next"_s.arg(counter)))
            return false;
    return true;
}

QStringList AllCall::shown() const
{
    const SeenPage page = m_display->now();
    return sorted(page.textsAt(u"called-number"_s) + page.textsAt(u"recent-number"_s));
}

bool AllCall::seeAll(seconds after)
{
    const QString when = u"%1 s after the last call"_s.arg(after.count());
    if (shown() != sorted(m_called))
        return fault(u"%1 the display shows %2 of %3 calls: %4"_s.arg(when)
                         .arg(shown().size())
                         .arg(m_called.size())
                         .arg(shown().join(u' ')));
    if (!m_options.pictures.isEmpty())
        m_display->keepPicture(u"%1/calls-%2-%3-s-%4.png"_s.arg(m_options.pictures)
                                   .arg(m_called.size())
                                   .arg(after.count())
                                   .arg(m_options.language));
    found(u"%1 each of %2 calls is on the display"_s.arg(when).arg(m_called.size()));
    return true;
}

// Looked at all the time in between, too: a number that goes away for an instant would be a fault.
bool AllCall::seeThemAllTheTime()
{
    (void)waitUntil([this] { return shown() == sorted(m_called); }, seconds{1});
    seconds passed{0};
    for (const seconds after : {seconds{1}, seconds{5}, seconds{10}, seconds{30}}) {
        if (waitUntil([this] { return shown() != sorted(m_called); }, after - passed) || !seeAll(after))
            return seeAll(after) && fault(u"a call was away for an instant"_s);
        passed = after;
    }
    return true;
}

bool AllCall::serveOne()
{
    const QString number = m_called.takeFirst();
    return tell(tokenOf(1), u"/counters/1/start"_s) &&
           (waitUntil([this] { return shown() == sorted(m_called); }, kSoon) ||
            fault(u"%1 is served; on the display: %2"_s.arg(number, shown().join(u' '))));
}

} // namespace starqueue::journey
