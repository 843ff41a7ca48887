#include <client/ui/language.h>
#include <client/ui/theme.h>
#include <kiosk/closed_words.h>
#include <kiosk/hall_clock.h>
#include <kiosk/kiosk_model.h>
#include <kiosk/technician_facts.h>

#include <algorithm>

namespace starqueue::kiosk {

using namespace Qt::StringLiterals;

using client::api::PrinterWord;
using namespace std::chrono_literals;

namespace {
constexpr auto kClockTick = 1s;
constexpr auto kConnectingTime = 4s;
constexpr auto kCommandTimeout = 30s;
constexpr auto kPostponeTimeout = 8s; // the ticket's page doesn't stand for much longer
constexpr auto kTechnicianTime = 60s;
} // namespace

KioskModel::KioskModel(Setup setup, QObject* parent)
    : QObject(parent), m_setup(std::move(setup)), m_watch(m_setup.address), m_gate(m_setup.clock),
      m_visit(
          m_setup.kiosk,
          [this](const client::api::IssueRequest& request, std::function<void(const client::Answer&)> done) {
              m_watch.client().send(client::api::issueTicket(request), &m_visit, std::move(done),
                                    kCommandTimeout, client::HallClient::Until::Told);
          },
          [this](const QString& ticket, std::function<void(const client::Answer&)> done) {
              m_watch.client().send(client::api::postponeTicket(ticket), &m_visit, std::move(done),
                                    kPostponeTimeout, client::HallClient::Until::Told);
          },
          [this](const QString& ticket) {
              m_watch.client().send(
                  client::api::forgoPaper(ticket), &m_visit, [](const client::Answer&) {}, kCommandTimeout,
                  client::HallClient::Until::Told);
          },
          m_setup.clock)
{
    connect(&m_watch, &client::BoardWatch::boardChanged, this, &KioskModel::takeBoard);
    connect(&m_watch, &client::BoardWatch::reachableChanged, this, &KioskModel::decideState);
    connect(&m_watch, &client::BoardWatch::event, m_visit.ticket(), &IssuedTicket::follow);
    connect(&m_visit, &Visit::finished, this, &KioskModel::restoreModes);
    connect(&ui::Language::instance(), &ui::Language::codeChanged, this, &KioskModel::takeBoard);
    connect(&ui::Language::instance(), &ui::Language::codeChanged, this, &KioskModel::nowChanged);
    connect(&m_clock, &QTimer::timeout, this, &KioskModel::nowChanged);
    m_clock.start(kClockTick);
    connect(this, &KioskModel::nowChanged, this, &KioskModel::technicianFactsChanged);
    connect(this, &KioskModel::stateChanged, this, &KioskModel::technicianFactsChanged);
    m_technician.setSingleShot(true);
    m_technician.setInterval(kTechnicianTime);
    connect(&m_technician, &QTimer::timeout, this, &KioskModel::technicianPageChanged);
    m_connecting.setSingleShot(true);
    m_connecting.setInterval(kConnectingTime);
    connect(&m_connecting, &QTimer::timeout, this, &KioskModel::decideState);
    watchLayout();
}

void KioskModel::watchLayout()
{
    connect(&m_services, &ServiceList::modelReset, this, [this] { ++m_lists; });
    connect(&m_visit, &Visit::pageChanged, this, &KioskModel::noteLayout);
    connect(m_visit.ticket(), &IssuedTicket::changed, this, &KioskModel::noteLayout);
    connect(m_visit.identity(), &IdentityEntry::changed, this, &KioskModel::noteLayout);
    for (const auto signal : {&KioskModel::stateChanged, &KioskModel::boardChanged, &KioskModel::modesChanged,
                              &KioskModel::technicianPageChanged})
        connect(this, signal, this, &KioskModel::noteLayout);
}

void KioskModel::noteLayout()
{
    PageLayout now = layout();
    if (now == m_layout)
        return;
    m_layout = std::move(now);
    m_gate.moved();
}

PageLayout KioskModel::layout() const
{
    return {.state = static_cast<int>(m_state),
            .page = static_cast<int>(m_visit.page()),
            .codeRead = m_visit.identity()->scanned(),
            .problem = static_cast<int>(m_visit.problem()),
            .technician = technicianPage(),
            .largeText = largeText(),
            .lowReach = m_lowReach,
            .language = ui::Language::instance().code(),
            .printer = static_cast<int>(printer()),
            .allClosed = allClosed(),
            .message = message(),
            .opens = opens(),
            .groups = groups(),
            .print = static_cast<int>(m_visit.ticket()->print()),
            .postponing = static_cast<int>(m_visit.ticket()->postponing()),
            .services = m_lists};
}

void KioskModel::start()
{
    m_connecting.start();
    m_watch.start();
}

void KioskModel::takeBoard()
{
    const client::api::Board& board = m_watch.board();
    m_services.set(board.services, zone(), m_setup.clock.wall());
    m_visit.askStatutory(std::ranges::any_of(board.groups, &client::api::StatutoryGroup::atKiosk));
    m_visit.setPrinter(printerState().printer);
    m_visit.ticket()->setPostponing(board.postponeMinutes, zone());
    emit boardChanged();
    emit nowChanged();
}

void KioskModel::decideState()
{
    Service state = Service::Unreachable;
    if (!m_watch.refusal().isEmpty())
        state = Service::Refused;
    else if (m_watch.reachable())
        state = Service::Ready;
    else if (m_connecting.isActive())
        state = Service::Connecting;
    if (state == Service::Ready)
        m_connecting.stop(); // a loss from here on is one
    if (std::exchange(m_state, state) == state)
        return;
    if (state != Service::Ready)
        m_visit.interrupt();
    emit stateChanged();
}

QString KioskModel::hallName() const
{
    return m_watch.board().hall.name;
}

QVariantList KioskModel::groups() const
{
    const ui::Language& language = ui::Language::instance();
    QVariantList shown;
    for (const client::api::StatutoryGroup& group : m_watch.board().groups) {
        if (group.atKiosk)
            shown << QVariantMap{{u"id"_s, group.id},
                                 {u"name"_s, language.pick(group.name)},
                                 {u"proof"_s, language.pick(group.proof)}};
    }
    return shown;
}

QString KioskModel::now() const
{
    if (!zone().isValid() || !m_watch.board().clock.believed)
        return {};
    return hallTimeText(m_setup.clock.wall(), zone(), ui::Language::instance().locale());
}

QString KioskModel::opens() const
{
    return openingText(m_watch.board().opening.opensAt, m_setup.clock.wall(), zone(),
                       ui::Language::instance().locale());
}

client::api::KioskPrinter KioskModel::printerState() const
{
    for (const client::api::KioskPrinter& kiosk : m_watch.board().kiosks) {
        if (kiosk.id == m_setup.kiosk)
            return kiosk;
    }
    return {};
}

KioskModel::Printer KioskModel::printer() const
{
    const PrinterWord state = printerState().printer;
    if (prints(state))
        return Printer::Works;
    if (state == PrinterWord::TicketWaiting)
        return Printer::TicketWaiting;
    return state == PrinterWord::PaperOut ? Printer::OutOfPaper : Printer::Unavailable;
}

bool KioskModel::allClosed() const
{
    return !m_watch.board().dayOpen || !m_services.anyOpen();
}

QString KioskModel::message() const
{
    const QList<client::api::Message>& messages = m_watch.board().messages;
    return messages.isEmpty() ? QString() : ui::Language::instance().pick(messages.first().text);
}

// A customer's number, or one that is being taken, isn't hidden.
void KioskModel::openTechnicianPage()
{
    if (m_visit.page() == Visit::Page::Ticket || m_visit.page() == Visit::Page::Working)
        return;
    m_visit.finish();
    m_technician.start();
    emit technicianPageChanged();
}

void KioskModel::takeCode(const client::ScannedCode& code)
{
    const bool canTake = m_state == Service::Ready && !allClosed() && !technicianPage();
    if (canTake || m_visit.page() == Visit::Page::Working)
        m_visit.takeCode(code);
}

void KioskModel::closeTechnicianPage()
{
    m_technician.stop();
    emit technicianPageChanged();
}

QVariantList KioskModel::technicianFacts() const
{
    return kiosk::technicianFacts({m_setup.kiosk, m_setup.address.url.toString(), m_state, printerState(),
                                   m_watch.board(), m_setup.clock.wall()});
}

bool KioskModel::largeText() const
{
    return ui::Theme::instance().largeText();
}

void KioskModel::setLargeText(bool large)
{
    ui::Theme::instance().setLargeText(large);
    emit modesChanged();
}

void KioskModel::setLowReach(bool low)
{
    m_lowReach = low;
    emit modesChanged();
}

void KioskModel::toggleLanguage()
{
    ui::Language& language = ui::Language::instance();
    language.setCode(language.code() == "zh"_L1 ? u"en"_s : u"zh"_s);
}

void KioskModel::restoreModes()
{
    ui::Language::instance().setCode(m_setup.language);
    setLargeText(false);
    setLowReach(false);
}

} // namespace starqueue::kiosk
