#include <house/world/furnish_faces.h>

#include <house/face_checks/counter_checkers.h>
#include <house/face_checks/face_checkers.h>
#include <house/face_checks/kiosk_checkers.h>
#include <house/face_checks/screen_checkers.h>
#include <house/faces/counter_face.h>
#include <house/faces/display_face.h>
#include <house/faces/face_faults.h>
#include <house/faces/kiosk_face.h>
#include <house/people/clerk.h>
#include <house/people/kiosk.h>

#include <QLoggingCategory>

namespace starqueue::house {

using namespace Qt::StringLiterals;

namespace {

using std::chrono::seconds;

Face& addKiosk(House& house, HallProgram& hall, const Record& record)
{
    auto& kiosk = house.add<KioskFace>(house, hall, "1", seconds{45});
    house.add<OneIntentOneTicket>(record, kiosk);
    house.add<KioskTellsTheTruth>(record, kiosk);
    house.add<NobodyIsTakenForAnother>(kiosk);
    return kiosk;
}

Face& addCounter(House& house, HallProgram& hall, Record& record)
{
    auto& counter = house.add<CounterFace>(house, hall, "1");
    house.add<OnePressOneCommand>(house, counter);
    house.add<DeadWindowLetsGo>(house, counter);
    house.add<WindowShowsTheCustomer>(house, record, counter);
    house.add<WindowNeverGoesBack>(record, counter);
    return counter;
}

Face& addScreen(House& house, HallProgram& hall)
{
    auto& screen = house.add<DisplayFace>(house, hall);
    house.add<CallsAreShown>(house, screen);
    house.add<NoStaleCall>(house, screen);
    house.add<CalledOutOnce>(screen);
    return screen;
}

void addFaceFaults(House& house, HallProgram& hall, const Faces& faces)
{
    house.add<FaceDies>(house, faces);
    house.add<FaceIsCutOff>(house, hall, faces);
    house.add<FaceIsSlow>(house, hall, faces);
    for (Face* const face : faces) {
        house.add<LostFaceSaysSo>(house, *face);
        house.add<CalmGivesTheHallBack>(*face);
    }
}

} // namespace

void furnishWithFaces(House& house, HallProgram& hall, Record& record)
{
    QLoggingCategory::setFilterRules(u"starqueue.*=false"_s);
    // All three at once would take as much time as the rest of the hall.
    const bool hasWindow = house.random("faces").chance(0.5);
    Faces faces;
    if (hasWindow) {
        faces = {&addCounter(house, hall, record)};
        house.add<Kiosk>(house, hall, "kiosk-1", seconds{45});
    } else {
        faces = {&addKiosk(house, hall, record), &addScreen(house, hall)};
        house.add<Clerk>(house, hall, "1");
    }
    addFaceFaults(house, hall, faces);
}

} // namespace starqueue::house
