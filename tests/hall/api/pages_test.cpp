#include <hall/api/pages/pages.h>
#include <hall/api/support/face.h>
#include <hall/http/server.h>

#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>

namespace starqueue::hall::test {

namespace {

namespace fs = std::filesystem;

/// A folder of pages, served by a server of its own.
class ServedPages : public testing::Test
{
protected:
    void SetUp() override
    {
        std::string dir = fs::temp_directory_path() / "starqueue-pages-XXXXXX";
        ASSERT_NE(::mkdtemp(dir.data()), nullptr);
        m_dir = dir;
        fs::create_directory(m_dir / "shared");
        write("index.html", "<!doctype html><title>Hall</title>");
        write("shared/words.mjs", "export const words = {};");
        m_pages = std::make_unique<Pages>(m_dir);
        const auto endpoint = m_server.start("127.0.0.1", 0);
        ASSERT_TRUE(endpoint.has_value());
        m_port = endpoint->port;
    }
    ~ServedPages() override
    {
        m_server.stop();
        fs::remove_all(m_dir);
    }
    void write(const std::string& name, const std::string& text) const
    {
        std::ofstream(m_dir / name) << text;
    }
    [[nodiscard]] Said get(const std::string& path) const { return call(m_port, "GET", path); }

    fs::path m_dir;
    std::unique_ptr<Pages> m_pages;
    http::Server m_server{http::Limits{}, [this](const http::Request& request, const http::Reply& reply) {
                              m_pages->send(reply, std::string_view(request.path).substr(1));
                          }};
    std::uint16_t m_port = 0;
};

} // namespace

TEST_F(ServedPages, ALinkIsServedByItsOwnNameWhereverItLeads)
{
    write("elsewhere.js", "chart");
    fs::create_directory(m_dir / "pages");
    fs::create_symlink("../elsewhere.js", m_dir / "pages/chart.min.js");
    m_pages = std::make_unique<Pages>(m_dir / "pages");
    EXPECT_EQ(get("/chart.min.js").raw.body, "chart");
}

TEST_F(ServedPages, AreTheFilesOfTheStartAndNoListOfAFolder)
{
    EXPECT_EQ(get("/").status, 200);
    EXPECT_EQ(get("/shared/words.mjs").status, 200);
    write("index.html.bak", "put there since");
    write("shared/.secret", "put there since");
    write("index.html", "changed since");
    for (const char* path : {"/shared", "/shared/", "/index.html.bak", "/shared/.secret", "/.git/config"}) {
        const Said said = get(path);
        EXPECT_EQ(said.status, 404) << path;
        EXPECT_EQ(said.raw.body.find("words.mjs"), std::string::npos) << path;
    }
    EXPECT_EQ(get("/").raw.body, "<!doctype html><title>Hall</title>");
}

TEST_F(ServedPages, LoadNothingFromElsewhereAreFramedByNobodyAndTellNobodyWhereTheyAre)
{
    const Said page = get("/");
    const std::string policy = page.raw.header("content-security-policy");
    for (const char* rule :
         {"default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'",
          "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"})
        EXPECT_NE(policy.find(rule), std::string::npos) << policy;
    EXPECT_EQ(policy.find('*'), std::string::npos) << policy;
    EXPECT_EQ(page.raw.header("referrer-policy"), "no-referrer");
    EXPECT_EQ(page.raw.header("content-type"), "text/html; charset=utf-8");
}

// What pages and scripts of the managers and of the phone keep, evaluate or write as HTML.
TEST(ManagerPages, KeepNothingButALanguageInTheBrowserAndEvaluateNothing)
{
    const fs::path manager = fs::path(STARQUEUE_OPENAPI).parent_path() / "../manager";
    const std::regex evaluates(
        R"(\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write|sessionStorage|indexedDB|document\.cookie)");
    const std::regex keeps(R"(localStorage\??\.setItem\(([^,]*),)");
    int read = 0;
    for (const char* folder : {"pages", "phone"})
        for (const auto& file : fs::recursive_directory_iterator(manager / folder)) {
            if (!file.is_regular_file())
                continue;
            std::ifstream in(file.path());
            const std::string text{std::istreambuf_iterator<char>(in), {}};
            read += file.path().extension() == ".mjs" ? 1 : 0;
            EXPECT_FALSE(std::regex_search(text, evaluates)) << file.path();
            for (std::sregex_iterator kept(text.begin(), text.end(), keeps), end; kept != end; ++kept)
                EXPECT_EQ((*kept)[1], "kStore") << file.path();
        }
    EXPECT_GT(read, 10);
    std::ifstream words(manager / "pages/shared/words.mjs");
    const std::string text{std::istreambuf_iterator<char>(words), {}};
    EXPECT_TRUE(std::regex_search(text, std::regex("kStore = '[a-z.]*language'")))
        << "kept is something else";
}

TEST(ManagerPages, ShowAPasswordOnRequest)
{
    const fs::path pages = fs::path(STARQUEUE_OPENAPI).parent_path() / "../manager/pages";
    std::ifstream login(pages / "login.html");
    const std::string text{std::istreambuf_iterator<char>(login), {}};
    std::smatch found;
    for (std::string rest = text; std::regex_search(rest, found, std::regex("type=\"password\""));
         rest = found.suffix())
        EXPECT_TRUE(std::regex_search(found.suffix().str(), std::regex("data-shows="))) << rest;
    for (const char* shown : {"data-shows=\"password\"", "data-shows=\"old new again\""})
        EXPECT_NE(text.find(shown), std::string::npos) << shown;
    std::ifstream script(pages / "login.mjs");
    const std::string code{std::istreambuf_iterator<char>(script), {}};
    EXPECT_NE(code.find("box.checked ? 'text' : 'password'"), std::string::npos);
}

TEST(ManagerPages, LetABrowserFillInThePassword)
{
    const fs::path pages = fs::path(STARQUEUE_OPENAPI).parent_path() / "../manager/pages";
    std::ifstream login(pages / "login.html");
    const std::string text{std::istreambuf_iterator<char>(login), {}};
    for (const char* what : {"username", "current-password", "new-password"})
        EXPECT_NE(text.find("autocomplete=\"" + std::string{what} + "\""), std::string::npos) << what;
    for (const auto& file : fs::recursive_directory_iterator(pages)) {
        if (!file.is_regular_file())
            continue;
        std::ifstream in(file.path());
        const std::string script{std::istreambuf_iterator<char>(in), {}};
        EXPECT_FALSE(std::regex_search(script, std::regex("'paste'|onpaste"))) << file.path();
    }
}

} // namespace starqueue::hall::test
