#include <display/model/display_model.h>

#include <client/face/hall_time.h>
#include <client/wait_minutes.h>

#include <QLocale>

#include <algorithm>

namespace starqueue::display {

using namespace Qt::StringLiterals;

namespace api = client::api;

namespace {

using Page = DisplayModel::Page;

constexpr const char* kMissedAdvice =
    QT_TRANSLATE_NOOP("DisplayWords", "Missed your number? Go to the help desk, no need to queue again");
constexpr const char* kHelpAdvice =
    QT_TRANSLATE_NOOP("DisplayWords", "Elderly, disabled or expecting? Our ushers are glad to help");

} // namespace

DisplayModel::DisplayModel(const QString& language, QString place, client::FaceClock clock, QObject* parent)
    : QObject(parent), m_words(language), m_place(std::move(place)), m_clock(std::move(clock)),
      m_services({"name", "otherName", "open", "wait"})
{}

void DisplayModel::takeBoard(const api::Board& board)
{
    m_board = board;
    m_heard = m_clock.steady();
    m_heardAt = wall();
    m_refusal.clear();
    m_servicesOf.reset();
    const QList<api::Call> announced = m_calls.schedule().take(m_board.calls, m_board.at, *m_heard);
    refresh();
    for (const api::Call& call : announced)
        emit called(call);
}

void DisplayModel::setRefusal(const QString& refusal)
{
    m_refusal = refusal;
    refresh();
}

void DisplayModel::tick()
{
    refresh();
}

void DisplayModel::refresh()
{
    m_page = decidePage();
    m_calls.refresh(m_clock.steady(), m_page == Page::Live);
    if (m_servicesOf !=
        std::pair{m_page, servicePage()}) // a screen ticks often, and seldom has other services
        fillServices();
    emit changed();
}

Page DisplayModel::decidePage() const
{
    if (!m_refusal.isEmpty())
        return Page::Refused;
    if (!m_heard)
        return Page::Connecting;
    if (m_clock.steady() - *m_heard > kStale)
        return Page::Lost;
    // Who was called before the day closed is still awaited at a counter.
    const bool someoneExpected = std::ranges::any_of(m_board.calls, &api::Call::expected);
    return m_board.dayOpen || someoneExpected ? Page::Live : Page::DayClosed;
}

QString DisplayModel::time() const
{
    if (!knowsTheTime())
        return {};
    return wall().toString(u"HH:mm"_s);
}

bool DisplayModel::knowsTheTime() const
{
    return m_board.hall.timeZone.isValid() && m_board.clock.believed;
}

QDateTime DisplayModel::wall() const
{
    return client::inHallZone(m_clock.wall(), m_board.hall.timeZone);
}

QString DisplayModel::date() const
{
    if (!knowsTheTime())
        return {};
    const QLocale locale(m_words.chineseFirst() ? QLocale::Chinese : QLocale::English);
    const QDate today = wall().date();
    return locale.toString(today, m_words.chineseFirst() ? u"M月d日 dddd"_s : u"dddd, d MMMM"_s);
}

const char* DisplayModel::headlineSource() const
{
    switch (m_page) {
    case Page::Connecting:
        return QT_TRANSLATE_NOOP("DisplayWords", "Waiting for the queue system");
    case Page::Lost:
    case Page::Refused:
        return QT_TRANSLATE_NOOP("DisplayWords", "This screen can't show numbers at the moment");
    case Page::DayClosed:
        return QT_TRANSLATE_NOOP("DisplayWords", "We are closed for today");
    case Page::Live:
        break;
    }
    return QT_TRANSLATE_NOOP("DisplayWords", "Your number will appear here");
}

const char* DisplayModel::adviceSource() const
{
    switch (m_page) {
    case Page::Connecting:
        return QT_TRANSLATE_NOOP("DisplayWords", "Numbers appear as soon as it answers");
    case Page::Lost:
    case Page::Refused:
        return QT_TRANSLATE_NOOP("DisplayWords", "Please watch the signs at the counters or ask an usher. "
                                                 "Your place in the queue is safe");
    case Page::DayClosed:
        return QT_TRANSLATE_NOOP("DisplayWords", "Thank you for coming. See you next time");
    case Page::Live:
        break;
    }
    return QT_TRANSLATE_NOOP("DisplayWords", "Take a ticket and have a seat");
}

QString DisplayModel::technical() const
{
    if (m_page == Page::Refused)
        return u"%1 · %2"_s.arg(m_place, m_refusal);
    if (m_page == Page::Lost)
        return u"%1 · %2"_s.arg(m_place, m_heardAt.toString(u"HH:mm:ss"_s));
    return m_page == Page::Connecting ? m_place : QString();
}

QString DisplayModel::callWords() const
{
    return m_words.main(expected() ? QT_TRANSLATE_NOOP("DisplayWords", "Please go to")
                                   : QT_TRANSLATE_NOOP("DisplayWords", "Now at"));
}

QString DisplayModel::moreCallsIn(QString DisplayWords::Pair::*language) const
{
    const auto words =
        m_words.both(QT_TRANSLATE_NOOP("DisplayWords", "%1 more are called: see the signs at the counters"));
    return m_calls.left() > 0 ? (words.*language).arg(m_calls.left()) : QString();
}

QString DisplayModel::waitTitle() const
{
    return m_words.main(QT_TRANSLATE_NOOP("DisplayWords", "Expected waits"));
}

QString DisplayModel::waitTitleOther() const
{
    return m_words.both("Expected waits").other;
}

int DisplayModel::turn() const
{
    return static_cast<int>(m_clock.steady() / kTurn);
}

int DisplayModel::servicePages() const
{
    return static_cast<int>((m_board.services.size() + kServicesPerPage - 1) / kServicesPerPage);
}

QString DisplayModel::waitWords(const api::Service& service) const
{
    // After the last ticket those inside are still served.
    if (!service.open && service.waiting > 0)
        return m_words.main(QT_TRANSLATE_NOOP("DisplayWords", "Closing · %1 waiting")).arg(service.waiting);
    if (!service.open)
        return m_words.main(QT_TRANSLATE_NOOP("DisplayWords", "Closed at present"));
    switch (client::waitWords(service.waitSeconds)) {
    case client::WaitWords::AtOnce:
        return m_words.main(QT_TRANSLATE_NOOP("DisplayWords", "Right away"));
    case client::WaitWords::Unknown:
        return m_words.main(QT_TRANSLATE_NOOP("DisplayWords", "Counters aren't open yet"));
    case client::WaitWords::None:
        return m_words.main(QT_TRANSLATE_NOOP("DisplayWords", "%1 waiting")).arg(service.waiting);
    case client::WaitWords::Range:
        break;
    }
    return m_words.main(QT_TRANSLATE_NOOP("DisplayWords", "%1 ahead · %2 min"))
        .arg(QString::number(service.ahead.value_or(service.waiting)),
             client::waitMinutes(service.waitSeconds));
}

void DisplayModel::fillServices()
{
    QList<QVariantList> rows;
    if (m_page == Page::Live) {
        for (const api::Service& service :
             m_board.services.mid(qsizetype{servicePage()} * kServicesPerPage, kServicesPerPage))
            rows << QVariantList{m_words.mainOf(service.name), m_words.otherOf(service.name),
                                 service.open || service.waiting > 0, waitWords(service)};
    }
    m_services.set(rows);
    m_servicesOf = {m_page, servicePage()};
}

QList<DisplayModel::FooterLine> DisplayModel::footerLines() const
{
    QList<FooterLine> lines;
    const auto notice = m_words.both(QT_TRANSLATE_NOOP("DisplayWords", "Notice"));
    for (const api::Message& message :
         m_page == Page::Live || m_page == Page::DayClosed ? m_board.messages : QList<api::Message>()) {
        lines.append({notice.main, m_words.mainOf(message.text)});
        if (message.text.zh != message.text.en)
            lines.append({notice.other, m_words.otherOf(message.text)});
    }
    for (const char* advice : {kMissedAdvice, kHelpAdvice}) {
        const auto both = m_words.both(advice);
        lines.append({{}, both.main});
        lines.append({{}, both.other});
    }
    return lines;
}

QString DisplayModel::footer() const
{
    const auto lines = footerLines();
    return lines.at(turn() % lines.size()).text;
}

QString DisplayModel::footerLabel() const
{
    const auto lines = footerLines();
    return lines.at(turn() % lines.size()).label;
}

} // namespace starqueue::display
