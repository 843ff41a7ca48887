#include <house/faces/counter_face.h>

namespace starqueue::house {

using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr double kClicksTwice = 0.15;
constexpr double kLeavesBook = 0.02;
constexpr double kWaits = 0.9;
constexpr auto kKeyRepeats = milliseconds{33};

} // namespace

const CounterFace::Key CounterFace::kKeys[]{{"next step", &Model::canDoNextStep, &Model::doNextStep, 100},
                                            {"recall", &Model::canRecall, &Model::recall, 15},
                                            {"no-show", &Model::canNoShow, &Model::noShow, 8},
                                            {"undo", &Model::canUndo, &Model::undo, 2},
                                            {"transfer", &Model::canTransfer, &Model::transfer, 6},
                                            {"park", &Model::canPark, &Model::park, 5},
                                            {"call a number", &Model::canCallNumber, &Model::callNumber, 2},
                                            {"pause", &Model::canPause, &Model::pause, 2},
                                            {"help", &Model::canHelp, &Model::askHelp, 2},
                                            {"close", &Model::canClose, &Model::closeCounter, 2},
                                            {"hand over", &Model::canHandover, &Model::handover, 1}};

CounterFace::CounterFace(House& house, HallProgram& hall, const std::string& counter)
    : Face(house, hall, "counter-" + counter, "counter-" + counter), m_counter(counter)
{
    for (const Key& key : kKeys)
        m_house.sometimes().expect(std::string{"a clerk pressed "} + key.name);
    for (const char* what : {"a clerk pressed twice", "a book lay on a clerk's key",
                             "a clerk answered a prompt", "a clerk called a parked customer back"})
        m_house.sometimes().expect(what);
}

void CounterFace::start()
{
    Face::start();
    workSoon();
}

void CounterFace::open()
{
    m_window = std::make_unique<counter::LiveCounter>(counter::LiveCounter::Setup{
        hallAddress(), QString::fromStdString(m_counter), QString::fromStdString("clerk-" + m_counter)});
    QObject::connect(model(), &Model::changed, model(), [this] { look(); });
    m_window->start();
}

void CounterFace::close()
{
    m_window.reset();
    m_shown.clear();
}

void CounterFace::look()
{
    const Model::Page page = model()->page();
    if (page == Model::Page::InUse || page == Model::Page::Forbidden)
        return;
    const std::string number = page == Model::Page::Ticket ? model()->number().toStdString() : std::string{};
    if (std::exchange(m_shown, number) != number)
        tell("shows", {{"number", number}});
}

void CounterFace::workSoon()
{
    m_house.agenda().after(timeHere(), [this] {
        work();
        workSoon();
    });
}

void CounterFace::work()
{
    if (model() == nullptr)
        return;
    if (model()->page() == Model::Page::InUse && m_random.chance(kWaits))
        return; // the other window may have died
    if (model()->prompt()->isOpen())
        answerPrompt();
    else if (m_random.chance(0.5) && model()->canUnpark() && model()->parked()->rowCount() > 0)
        unpark();
    else if (m_random.chance(kLeavesBook))
        leaveBook(static_cast<int>(m_random.between(5, 90)));
    else
        pressSome();
}

void CounterFace::pressSome()
{
    const Key* const key = anyKey();
    if (key == nullptr)
        return;
    press(*key);
    if (!m_random.chance(kClicksTwice))
        return;
    m_house.sometimes().saw("a clerk pressed twice");
    m_house.agenda().after(m_random.between(milliseconds{10}, milliseconds{500}), [this, key] {
        if (model() != nullptr)
            press(*key);
    });
}

void CounterFace::press(const Key& key)
{
    m_house.sometimes().saw(std::string{"a clerk pressed "} + key.name);
    tell("presses", {{"key", key.name}});
    (model()->*key.press)();
}

void CounterFace::leaveBook(int presses)
{
    if (model() == nullptr || presses == 0)
        return;
    m_house.sometimes().saw("a book lay on a clerk's key");
    press(kKeys[0]);
    m_house.agenda().after(kKeyRepeats, [this, presses] { leaveBook(presses - 1); });
}

// A transfer takes one of the services; all else takes the clerk's own words too.
void CounterFace::answerPrompt()
{
    counter::CommandPrompt& prompt = *model()->prompt();
    if (m_random.chance(0.2))
        return prompt.close();
    tell("presses", {{"key", "answer"}});
    if (prompt.needsNumber())
        prompt.setNumber(model()->number());
    if (const int rows = prompt.choices()->rowCount(); rows > 0)
        prompt.choose(static_cast<int>(m_random.below(rows)));
    else
        prompt.enter(QString::fromStdString("clerk-" + std::to_string(m_random.below(3))));
    m_house.sometimes().saw("a clerk answered a prompt");
}

void CounterFace::unpark()
{
    const QAbstractItemModel& parked = *model()->parked();
    tell("presses", {{"key", "unpark"}});
    model()->unpark(parked.data(parked.index(0, 0), Qt::UserRole).toString());
    m_house.sometimes().saw("a clerk called a parked customer back");
}

/// Null: nothing can be pressed.
const CounterFace::Key* CounterFace::anyKey()
{
    std::uint64_t all = 0;
    for (const Key& key : kKeys)
        all += (model()->*key.can)() ? key.wish : 0;
    std::uint64_t drawn = all == 0 ? 0 : m_random.below(all);
    for (const Key& key : kKeys) {
        const std::uint64_t wish = (model()->*key.can)() ? key.wish : 0;
        if (drawn < wish)
            return &key;
        drawn -= wish;
    }
    return nullptr;
}

std::chrono::nanoseconds CounterFace::timeHere()
{
    if (model() == nullptr || !model()->connected())
        return m_random.between(seconds{1}, seconds{8});
    if (model()->page() != Model::Page::Ticket)
        return m_random.between(milliseconds{500}, seconds{10});
    return m_random.between(seconds{2}, seconds{60});
}

} // namespace starqueue::house
