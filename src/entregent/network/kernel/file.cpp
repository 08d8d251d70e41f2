#include "file.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <limits>
#include <system_error>
#include <vector>

#include "build.hpp"
#include "machine.hpp"
#include "mapped.hpp"

namespace entregent {
namespace {

constexpr std::array<char, 8> kMagic = {'E', 'N', 'T', 'R', 'G', 'R', 'P', 'H'};
constexpr std::uint32_t kOrder = 0x01020304, kOtherOrder = 0x04030201, kVersion = 1;
constexpr std::uint32_t kAsymmetric = 1;
constexpr std::size_t kAlign = 64, kBlock = 512;  // bytes; 64-bit words

struct Header {
    std::array<char, 8> magic = kMagic;
    std::uint32_t order = kOrder;
    std::uint32_t version = kVersion;
    std::uint64_t people = 0;
    std::uint64_t ties = 0;
    std::uint32_t flags = 0;
    std::uint32_t reserved = 0;
    std::uint64_t body = 0;  // checksums
    std::uint64_t unused = 0;
    std::uint64_t self = 0;
};
static_assert(sizeof(Header) == 64);

struct Sum {
    std::uint64_t hash = 0;
    std::uint32_t most = 0;      // the greatest lower half of a word
    std::uint32_t strongest = 0;  // the greatest upper half less one
};

// Keys of the checksum, by SplitMix64 (Steele, Lea & Flood 2014).
std::array<std::uint64_t, kBlock> make_keys() {
    std::array<std::uint64_t, kBlock> keys{};
    std::uint64_t state = 0;
    for (std::uint64_t& key : keys) {
        state += 0x9e3779b97f4a7c15;
        std::uint64_t mixed = state;
        mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111eb;
        key = mixed ^ mixed >> 31;
    }
    return keys;
}

// NH of each block (Black et al., UMAC, 1999), which needs one multiplication a word; the extremes
// of both halves of the words come at no cost, since the memory is what takes the time.
ENTREGENT_WIDE void sum_block(const char* bytes, const std::uint64_t* keys, std::size_t count,
                              Sum& sum) {
    std::uint64_t total = 0;
    std::uint32_t most = sum.most, strongest = sum.strongest;
    for (std::size_t i = 0; i < count; ++i) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes + 8 * i, 8);
        const auto low = static_cast<std::uint32_t>(word);
        const auto high = static_cast<std::uint32_t>(word >> 32);
        const auto low_key = static_cast<std::uint32_t>(keys[i]);
        const auto high_key = static_cast<std::uint32_t>(keys[i] >> 32);
        total += static_cast<std::uint64_t>(low + low_key) * static_cast<std::uint32_t>(high + high_key);
        most = low > most ? low : most;
        strongest = high - 1 > strongest ? high - 1 : strongest;
    }
    sum.most = most;
    sum.strongest = strongest;
    sum.hash = sum.hash * 0x9e3779b97f4a7c15 + total + 1;
}

Sum sum_words(const void* bytes, std::size_t words, std::uint64_t start) {
    static const std::array<std::uint64_t, kBlock> keys = make_keys();
    const auto* at = static_cast<const char*>(bytes);
    Sum sum;
    sum.hash = start;
    for (; words >= kBlock; words -= kBlock, at += 8 * kBlock) {
        sum_block(at, keys.data(), kBlock, sum);
    }
    if (words > 0) sum_block(at, keys.data(), words, sum);
    return sum;
}

std::uint64_t sum_header(Header header) {
    header.self = 0;
    return sum_words(&header, sizeof(Header) / 8, 0).hash;
}

std::size_t aligned(std::size_t bytes) { return (bytes + kAlign - 1) / kAlign * kAlign; }

struct Layout {
    std::size_t willingness, offsets, ties, back_offsets, back_ties, size;

    explicit Layout(const Header& header) {
        const std::size_t rows = aligned(4 * (header.people + 1)), all = aligned(8 * header.ties);
        willingness = sizeof(Header);
        offsets = willingness + aligned(4 * header.people);
        ties = offsets + rows;
        back_offsets = ties + all;
        back_ties = back_offsets + rows;
        size = header.flags & kAsymmetric ? back_ties + all : back_offsets;
    }
};

// One section as it is written: its bytes, and the zeros up to the next.
class Writer {
public:
    explicit Writer(std::FILE* file) : file_(file) {}

    void put(const void* bytes, std::size_t size) {
        if (size == 0) return;
        write(bytes, size);
        const std::size_t whole = size / 8;
        hash_ = sum_words(bytes, whole, hash_).hash;
        std::array<char, kAlign> rest{};
        std::memcpy(rest.data(), static_cast<const char*>(bytes) + 8 * whole, size - 8 * whole);
        const std::size_t tail = aligned(size) - 8 * whole;
        write(rest.data() + (size - 8 * whole), aligned(size) - size);
        hash_ = sum_words(rest.data(), tail / 8, hash_).hash;
    }

    std::uint64_t hash() const { return hash_; }

    void write(const void* bytes, std::size_t size) {
        if (size > 0 && std::fwrite(bytes, 1, size, file_) != size) {
            throw std::system_error(errno, std::generic_category());
        }
    }

private:
    std::FILE* file_;
    std::uint64_t hash_ = 0;
};

// The checksum of a section as `Writer` makes it, and the extremes of its whole words.
Sum sum_section(const char* bytes, std::size_t size, std::uint64_t start) {
    const std::size_t whole = size / 8;
    const Sum sum = sum_words(bytes, whole, start);
    Sum with_tail = sum_words(bytes + 8 * whole, (aligned(size) - 8 * whole) / 8, sum.hash);
    with_tail.most = sum.most;
    with_tail.strongest = sum.strongest;
    return with_tail;
}

void write_all(std::FILE* file, const Network& network) {
    Header header;
    header.people = network.people;
    header.ties = network.out.size();
    header.flags = network.symmetric ? 0 : kAsymmetric;
    Writer writer(file);
    writer.write(&header, sizeof header);
    writer.put(network.willingness.data(), 4 * network.people);
    for (const Table* table : {&network.out, &network.backwards}) {
        if (table == &network.backwards && network.symmetric) break;
        writer.put(table->offsets(), 4 * (network.people + 1));
        writer.put(table->ties(), 8 * header.ties);
    }
    header.body = writer.hash();
    header.self = sum_header(header);
    if (std::fseek(file, 0, SEEK_SET) != 0) throw std::system_error(errno, std::generic_category());
    writer.write(&header, sizeof header);
}

const Header& read_header(const Mapped& file) {
    if (file.size() < sizeof(Header)) throw Damaged("is no graph file");
    const auto& header = *reinterpret_cast<const Header*>(file.data());
    if (header.magic != kMagic) throw Damaged("is no graph file");
    if (header.order == kOtherOrder) {
        throw Damaged("was written on a machine of the other byte order");
    }
    if (header.order != kOrder || header.version != kVersion) {
        throw Damaged("has a version of the format that is not known here");
    }
    if (header.self != sum_header(header)) throw Damaged("is damaged");
    constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
    if (header.people > kMostPeople || header.ties > most) throw Damaged("is damaged");
    return header;
}

void check_offsets(const std::uint32_t* offsets, const Header& header) {
    bool rising = offsets[0] == 0 && offsets[header.people] == header.ties;
    for (std::size_t i = 0; i < header.people; ++i) rising &= offsets[i] <= offsets[i + 1];
    if (!rising) throw Damaged("is damaged");
}

template <typename Part>
const Part* at(const Mapped& file, std::size_t place) {
    return reinterpret_cast<const Part*>(file.data() + place);
}

// Adds a table's sections to the checksum; no tie of it leads out of the network.
std::uint64_t check_table(const Mapped& file, const Header& header, std::size_t offsets,
                          std::size_t ties, std::uint64_t hash) {
    constexpr std::uint32_t kOne = 0x3f800000;  // 1.0 as bits; positive floats sort as their bits
    hash = sum_section(file.data() + offsets, 4 * (header.people + 1), hash).hash;
    const Sum sum = sum_section(file.data() + ties, 8 * header.ties, hash);
    check_offsets(at<std::uint32_t>(file, offsets), header);
    if (header.ties > 0 && (sum.most >= header.people || sum.strongest > kOne - 1)) {
        throw Damaged("is damaged");
    }
    return sum.hash;
}

}  // namespace

void save(const Network& network, const std::string& path) {
    if (network.out.changed() || network.backwards.changed()) return save(*rebuilt(network), path);
    Replacement file(path);
    write_all(file.stream(), network);
    file.commit();
}

std::shared_ptr<Network> open(const std::string& path) {
    auto file = std::make_shared<Mapped>(path);
    const Header& header = read_header(*file);
    const Layout layout(header);
    if (file->size() < layout.size) throw Damaged("is cut short");
    if (file->size() > layout.size) throw Damaged("is damaged");
    auto network = std::make_shared<Network>();
    network->people = header.people;
    network->symmetric = (header.flags & kAsymmetric) == 0;
    const auto* willing = at<float>(*file, layout.willingness);
    std::uint64_t hash = sum_section(file->data() + layout.willingness, 4 * header.people, 0).hash;
    hash = check_table(*file, header, layout.offsets, layout.ties, hash);
    if (!network->symmetric) {
        hash = check_table(*file, header, layout.back_offsets, layout.back_ties, hash);
        network->backwards = Table(at<std::uint32_t>(*file, layout.back_offsets),
                                   at<Tie>(*file, layout.back_ties), header.people);
    }
    if (hash != header.body) throw Damaged("is damaged");
    network->out = Table(at<std::uint32_t>(*file, layout.offsets), at<Tie>(*file, layout.ties),
                         header.people);
    network->willingness.assign(willing, willing + header.people);
    for (const float value : network->willingness) {
        if (!(value > 0 && value <= 1)) throw Damaged("is damaged");
    }
    network->bytes = std::move(file);
    return network;
}

}  // namespace entregent
