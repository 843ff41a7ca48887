#include <house/faces/kiosk_face.h>

#include <array>

namespace starqueue::house {

using kiosk::KioskModel;
using kiosk::Visit;
using std::chrono::milliseconds;
using std::chrono::seconds;
using namespace Qt::StringLiterals;

namespace {

using Print = kiosk::IssuedTicket::Print;

constexpr std::array kTypedPhones{"13900000007", "13900000005", "13900000004", "13911112222"};
constexpr double kIdentifies = 0.25;
constexpr double kTapsTwice = 0.3;

std::string printWord(Print print)
{
    switch (print) {
    case Print::Printing:
        return "printing";
    case Print::Printed:
        return "printed";
    case Print::InSlot:
        return "in the slot";
    case Print::Sent:
        return "sent";
    case Print::OthersFirst:
        return "others first";
    case Print::TakenBack:
        return "taken back";
    case Print::OutOfPaper:
        return "out of paper";
    case Print::Unavailable:
        return "unavailable";
    case Print::Slow:
        return "slow";
    }
    return {};
}

} // namespace

KioskFace::KioskFace(House& house, HallProgram& hall, const std::string& id, std::chrono::nanoseconds pause)
    : Face(house, hall, "kiosk-" + id, "kiosk-" + id), m_id(id), m_pause(pause)
{
    for (const char* what : {"a kiosk showed a number", "a kiosk said printed", "a touch did nothing",
                             "a kiosk was tried again"})
        m_house.sometimes().expect(what);
}

void KioskFace::start()
{
    Face::start();
    expectCustomer();
}

void KioskFace::open()
{
    m_model =
        std::make_unique<KioskModel>(KioskModel::Setup{hallAddress(), QString::fromStdString(m_id), u"zh"_s});
    QObject::connect(m_model->visit()->ticket(), &kiosk::IssuedTicket::changed, m_model.get(),
                     [this] { look(); });
    QObject::connect(m_model->visit(), &Visit::pageChanged, m_model.get(), [this] { lookForRefusal(); });
    m_model->start();
}

void KioskFace::close()
{
    m_model.reset();
    m_shown.clear();
}

void KioskFace::look()
{
    const kiosk::IssuedTicket& ticket = *m_model->visit()->ticket();
    const std::string number = ticket.number().toStdString();
    const std::string print = printWord(ticket.print());
    if (!ticket.shown())
        return m_shown.clear();
    if (std::exchange(m_shown, number + print) == m_shown)
        return;
    tell("shows", {{"number", number}, {"print", print}});
    m_house.sometimes().saw("a kiosk showed a number");
    if (ticket.print() == Print::Printed)
        m_house.sometimes().saw("a kiosk said printed");
}

void KioskFace::lookForRefusal() const
{
    const Visit& visit = *m_model->visit();
    if (visit.page() == Visit::Page::Notice && !visit.retryable())
        tell("refuses", {{"problem", static_cast<std::int64_t>(visit.problem())}});
}

void KioskFace::noteTouch()
{
    constexpr auto kForgets = seconds{30} + seconds{2};
    const auto now = m_house.agenda().now();
    if (now - std::exchange(m_touched, now) > kForgets)
        tell("stood alone");
}

void KioskFace::expectCustomer()
{
    m_house.agenda().after(m_random.between(seconds{1}, 2 * m_pause), [this] {
        m_customer = {0, m_random.chance(kIdentifies),
                      m_house.agenda().now() + m_random.between(seconds{20}, seconds{90})};
        act();
    });
}

// Who waits no longer leaves things as they are, for the next one to find.
void KioskFace::act()
{
    if (m_model && m_house.agenda().now() < m_customer.leaves)
        actAt(*m_model->visit());
    if (m_house.agenda().now() >= m_customer.leaves)
        return expectCustomer();
    m_house.agenda().after(m_random.between(milliseconds{400}, seconds{4}), [this] { act(); });
}

void KioskFace::actAt(Visit& visit)
{
    noteTouch();
    visit.touched();
    switch (visit.page()) {
    case Visit::Page::Services:
        return m_model->state() == KioskModel::Service::Ready ? touchService() : void();
    case Visit::Page::Identify:
        return identify(visit);
    case Visit::Page::Statutory:
        return visit.answerStatutory({});
    case Visit::Page::Working:
    case Visit::Page::Ticket:
        return waitFor(visit);
    case Visit::Page::Notice:
        return readNotice(visit);
    }
}

void KioskFace::identify(Visit& visit)
{
    const char* const phone = kTypedPhones.at(m_random.below(kTypedPhones.size()));
    tell("is told", {{"who", phone}});
    for (const char* digit = phone; *digit != '\0'; ++digit)
        visit.identity()->addDigit(*digit - '0');
    visit.confirmIdentity();
}

// Whose number has gone from the screen leaves.
void KioskFace::touchService()
{
    if (m_customer.touches > 0) {
        m_customer.leaves = m_house.agenda().now();
        return;
    }
    if (std::exchange(m_customer.identifies, false))
        return m_model->visit()->openIdentify();
    const QString service = anyOpenService();
    if (service.isEmpty())
        return;
    touch(service);
    if (m_random.chance(kTapsTwice))
        m_house.agenda().after(m_random.between(milliseconds{20}, milliseconds{400}), [this, service] {
            if (m_model)
                touch(service);
        });
}

void KioskFace::touch(const QString& service)
{
    ++m_customer.touches;
    if (m_model->visit()->page() == Visit::Page::Services)
        tell("touches", {{"service", service.toStdString()}});
    else
        m_house.sometimes().saw("a touch did nothing");
    m_model->visit()->chooseService(service);
}

void KioskFace::waitFor(Visit& visit)
{
    if (m_random.chance(0.3))
        touch(anyOpenService());
    else if (visit.page() == Visit::Page::Ticket && m_random.chance(0.2))
        visit.finish();
}

void KioskFace::readNotice(Visit& visit)
{
    if (!visit.retryable() || m_random.chance(0.3))
        return visit.finish();
    m_house.sometimes().saw("a kiosk was tried again");
    visit.retry();
}

QString KioskFace::anyOpenService()
{
    const kiosk::ServiceList& services = *m_model->services();
    QStringList open;
    for (int row = 0; row < services.count(); ++row)
        if (const QString id = services.data(services.index(row), kiosk::ServiceList::ServiceId).toString();
            services.isOpen(id))
            open += id;
    return open.isEmpty() ? QString() : open.at(static_cast<qsizetype>(m_random.below(open.size())));
}

} // namespace starqueue::house
