#include <client/ui/language.h>
#include <kiosk/service_list.h>

#include <QSignalSpy>

#include <gtest/gtest.h>

using starqueue::client::api::Service;
using starqueue::client::api::WaitRange;
using starqueue::kiosk::ServiceList;
using starqueue::ui::Language;

namespace {

Service service(const QString& id, int ahead, bool open = true)
{
    return {.id = id,
            .name = {"业务" + id, "Service " + id},
            .open = open,
            .ahead = ahead,
            .waitSeconds = WaitRange{std::chrono::minutes(ahead), std::chrono::minutes(2 * ahead + 1)}};
}

TEST(ServiceList, ShowsEachServiceAsTheBoardHasIt)
{
    ServiceList list;
    list.set({service("account", 6), service("plans", 0, false)});
    ASSERT_EQ(list.count(), 2);
    EXPECT_EQ(list.data(list.index(0), ServiceList::ServiceId), "account");
    EXPECT_EQ(list.data(list.index(0), ServiceList::Name), "业务account");
    EXPECT_EQ(list.data(list.index(0), ServiceList::Ahead), 6);
    EXPECT_EQ(list.data(list.index(0), ServiceList::Minutes), "6–13");
    EXPECT_EQ(list.data(list.index(1), ServiceList::Open), false);
    EXPECT_TRUE(list.isOpen("account"));
    EXPECT_FALSE(list.isOpen("plans"));
    EXPECT_FALSE(list.isOpen("nowhere"));
}

TEST(ServiceList, ATileIsNotReplacedWhileOnlyItsFiguresChange)
{
    ServiceList list;
    list.set({service("account", 6), service("plans", 1)});
    QSignalSpy resets(&list, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&list, &QAbstractItemModel::dataChanged);
    list.set({service("account", 7), service("plans", 1)});
    EXPECT_EQ(resets.count(), 0);
    EXPECT_EQ(changes.count(), 1);
    list.set({service("plans", 1)});
    EXPECT_EQ(resets.count(), 1);
}

TEST(ServiceList, SpeaksTheLanguageOfTheMoment)
{
    ServiceList list;
    Language::instance().setCode("en");
    list.set({service("account", 6)});
    EXPECT_EQ(list.data(list.index(0), ServiceList::Name), "Service account");
    Language::instance().setCode("zh");
}

TEST(ServiceList, IsAllClosedOnlyWhenNoneIsOpen)
{
    ServiceList list;
    EXPECT_FALSE(list.anyOpen());
    list.set({service("account", 0, false), service("plans", 0)});
    EXPECT_TRUE(list.anyOpen());
    list.set({service("account", 0, false), service("plans", 0, false)});
    EXPECT_FALSE(list.anyOpen());
}

} // namespace
