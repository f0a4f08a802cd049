/** Somebody who gives mail addresses to anyone, and the domains of these. */
interface PublicMailProvider {
  readonly provider: string
  /** Where the provider offers them. */
  readonly source: string
  readonly domains: string
}

/**
 * The large public mail providers of the world, from what each offers on its own pages; as of 2026-11-22. Domains of companies that only
 * have their mail there are not among them. Addresses that a provider no longer gives away but still lets people keep are.
 */
const providers: readonly PublicMailProvider[] = [
  { provider: 'Google', source: 'https://www.google.com/gmail/about/', domains: 'gmail.com googlemail.com' },
  {
    provider: 'Microsoft',
    source: 'https://outlook.live.com',
    domains:
      'outlook.com outlook.at outlook.be outlook.cl outlook.co.id outlook.co.il outlook.co.nz outlook.co.th outlook.com.ar outlook.com.au outlook.com.br outlook.com.gr outlook.com.tr outlook.com.vn outlook.cz outlook.de outlook.dk outlook.es outlook.fr outlook.hu outlook.ie outlook.in outlook.it outlook.jp outlook.kr outlook.lv outlook.my outlook.ph outlook.pt outlook.sa outlook.sg outlook.sk hotmail.com hotmail.at hotmail.be hotmail.ca hotmail.ch hotmail.co.il hotmail.co.jp hotmail.co.nz hotmail.co.th hotmail.co.uk hotmail.com.ar hotmail.com.au hotmail.com.br hotmail.com.tr hotmail.cz hotmail.de hotmail.dk hotmail.es hotmail.fi hotmail.fr hotmail.gr hotmail.hu hotmail.it hotmail.jp hotmail.nl hotmail.no hotmail.pt hotmail.se hotmail.sg live.com live.at live.be live.ca live.ch live.cl live.cn live.co.uk live.co.za live.com.ar live.com.au live.com.mx live.com.my live.com.pt live.com.sg live.de live.dk live.fi live.fr live.hk live.ie live.in live.it live.jp live.nl live.no live.ru live.se msn.com passport.com windowslive.com',
  },
  {
    provider: 'Yahoo',
    source: 'https://mail.yahoo.com',
    domains:
      'yahoo.com yahoo.at yahoo.be yahoo.bg yahoo.ca yahoo.cl yahoo.co.id yahoo.co.il yahoo.co.in yahoo.co.kr yahoo.co.nz yahoo.co.th yahoo.co.uk yahoo.co.za yahoo.com.ar yahoo.com.au yahoo.com.br yahoo.com.co yahoo.com.hk yahoo.com.hr yahoo.com.mx yahoo.com.my yahoo.com.pe yahoo.com.ph yahoo.com.sg yahoo.com.tr yahoo.com.tw yahoo.com.ua yahoo.com.ve yahoo.com.vn yahoo.cz yahoo.de yahoo.dk yahoo.es yahoo.fi yahoo.fr yahoo.gr yahoo.hu yahoo.ie yahoo.in yahoo.it yahoo.nl yahoo.no yahoo.pl yahoo.pt yahoo.ro yahoo.se ymail.com rocketmail.com myyahoo.com',
  },
  { provider: 'Yahoo Japan', source: 'https://mail.yahoo.co.jp', domains: 'yahoo.co.jp ybb.ne.jp ymail.ne.jp' },
  {
    provider: 'AOL',
    source: 'https://mail.aol.com',
    domains:
      'aol.com aol.co.uk aol.de aol.fr aol.it aim.com love.com netscape.net verizon.net wow.com ygm.com games.com',
  },
  {
    provider: 'Apple',
    source: 'https://www.icloud.com/mail',
    domains: 'icloud.com me.com mac.com privaterelay.appleid.com',
  },
  {
    provider: 'Proton',
    source: 'https://proton.me/mail',
    domains: 'proton.me protonmail.com protonmail.ch pm.me passmail.net',
  },
  {
    provider: 'Tuta',
    source: 'https://tuta.com',
    domains: 'tuta.com tuta.io tutanota.com tutanota.de tutamail.com keemail.me',
  },
  {
    provider: 'GMX',
    source: 'https://www.gmx.net',
    domains:
      'gmx.net gmx.de gmx.at gmx.ch gmx.com gmx.org gmx.eu gmx.info gmx.biz gmx.us gmx.co.uk gmx.fr gmx.es caramail.com',
  },
  { provider: 'WEB.DE', source: 'https://web.de', domains: 'web.de email.de' },
  {
    provider: 'mail.com',
    source: 'https://www.mail.com',
    domains:
      'mail.com email.com usa.com consultant.com engineer.com europe.com asia.com post.com techie.com writeme.com dr.com myself.com iname.com cheerful.com accountant.com workmail.com contractor.net',
  },
  { provider: 'Deutsche Telekom', source: 'https://www.t-online.de', domains: 't-online.de magenta.de' },
  { provider: 'freenet', source: 'https://www.freenet.de', domains: 'freenet.de' },
  { provider: 'Vodafone', source: 'https://www.vodafone.de', domains: 'arcor.de vodafonemail.de' },
  { provider: '1&1', source: 'https://www.1und1.de', domains: 'online.de onlinehome.de' },
  {
    provider: 'Posteo',
    source: 'https://posteo.de',
    domains: 'posteo.de posteo.net posteo.org posteo.eu posteo.at posteo.ch',
  },
  { provider: 'mailbox.org', source: 'https://mailbox.org', domains: 'mailbox.org' },
  { provider: 'A1', source: 'https://www.a1.net', domains: 'a1.net aon.at' },
  { provider: 'Swisscom', source: 'https://www.bluewin.ch', domains: 'bluewin.ch' },
  { provider: 'Sunrise', source: 'https://www.sunrise.ch', domains: 'hispeed.ch' },
  { provider: 'Orange', source: 'https://www.orange.fr', domains: 'orange.fr wanadoo.fr' },
  { provider: 'La Poste', source: 'https://www.laposte.net', domains: 'laposte.net' },
  { provider: 'Free', source: 'https://www.free.fr', domains: 'free.fr aliceadsl.fr' },
  { provider: 'SFR', source: 'https://www.sfr.fr', domains: 'sfr.fr neuf.fr cegetel.net club-internet.fr 9online.fr' },
  { provider: 'Bouygues Telecom', source: 'https://www.bouyguestelecom.fr', domains: 'bbox.fr' },
  {
    provider: 'Libero',
    source: 'https://www.libero.it',
    domains: 'libero.it inwind.it iol.it blu.it giallo.it virgilio.it',
  },
  { provider: 'TIM', source: 'https://mail.tim.it', domains: 'tim.it alice.it tin.it' },
  { provider: 'Tiscali', source: 'https://www.tiscali.it', domains: 'tiscali.it tiscali.co.uk tiscalinet.it' },
  {
    provider: 'Ziggo',
    source: 'https://www.ziggo.nl',
    domains: 'ziggo.nl home.nl hetnet.nl upcmail.nl casema.nl quicknet.nl',
  },
  { provider: 'KPN', source: 'https://www.kpn.com', domains: 'kpnmail.nl planet.nl xs4all.nl telfort.nl' },
  { provider: 'Telenet', source: 'https://www.telenet.be', domains: 'telenet.be pandora.be' },
  { provider: 'Proximus', source: 'https://www.proximus.be', domains: 'skynet.be' },
  { provider: 'Telefónica', source: 'https://www.movistar.es', domains: 'telefonica.net terra.es' },
  { provider: 'SAPO', source: 'https://mail.sapo.pt', domains: 'sapo.pt' },
  { provider: 'BT', source: 'https://www.bt.com', domains: 'btinternet.com btopenworld.com talk21.com' },
  { provider: 'Sky', source: 'https://www.sky.com', domains: 'sky.com' },
  { provider: 'TalkTalk', source: 'https://www.talktalk.co.uk', domains: 'talktalk.net' },
  {
    provider: 'Virgin Media',
    source: 'https://www.virginmedia.com',
    domains: 'virginmedia.com virgin.net ntlworld.com blueyonder.co.uk',
  },
  { provider: 'eir', source: 'https://www.eir.ie', domains: 'eircom.net' },
  { provider: 'Telenor', source: 'https://www.online.no', domains: 'online.no' },
  { provider: 'Telia', source: 'https://www.telia.se', domains: 'telia.com' },
  { provider: 'Elisa', source: 'https://elisa.fi', domains: 'kolumbus.fi elisanet.fi' },
  { provider: 'Nuuday', source: 'https://www.yousee.dk', domains: 'mail.dk tdcadsl.dk' },
  { provider: 'Seznam', source: 'https://email.seznam.cz', domains: 'seznam.cz email.cz post.cz spoluzaci.cz' },
  { provider: 'Centrum', source: 'https://mail.centrum.cz', domains: 'centrum.cz atlas.cz volny.cz' },
  { provider: 'Azet', source: 'https://emaily.azet.sk', domains: 'azet.sk zoznam.sk centrum.sk' },
  { provider: 'Onet', source: 'https://poczta.onet.pl', domains: 'onet.pl onet.eu op.pl poczta.onet.pl vp.pl' },
  { provider: 'Wirtualna Polska', source: 'https://poczta.wp.pl', domains: 'wp.pl o2.pl tlen.pl go2.pl' },
  { provider: 'Interia', source: 'https://poczta.interia.pl', domains: 'interia.pl interia.eu interia.com poczta.fm' },
  { provider: 'freemail.hu', source: 'https://freemail.hu', domains: 'freemail.hu citromail.hu' },
  { provider: 'ABV', source: 'https://www.abv.bg', domains: 'abv.bg mail.bg' },
  {
    provider: 'Yandex',
    source: 'https://mail.yandex.com',
    domains: 'yandex.ru yandex.com yandex.by yandex.kz yandex.ua ya.ru narod.ru',
  },
  { provider: 'VK', source: 'https://mail.ru', domains: 'mail.ru bk.ru inbox.ru list.ru internet.ru' },
  {
    provider: 'Rambler',
    source: 'https://mail.rambler.ru',
    domains: 'rambler.ru lenta.ru autorambler.ru myrambler.ru ro.ru',
  },
  { provider: 'UKR.NET', source: 'https://mail.ukr.net', domains: 'ukr.net i.ua meta.ua' },
  {
    provider: 'Tencent',
    source: 'https://mail.qq.com',
    domains: 'qq.com foxmail.com vip.qq.com',
  },
  { provider: 'NetEase', source: 'https://mail.163.com', domains: '163.com 126.com yeah.net vip.163.com 188.com' },
  { provider: 'Sina', source: 'https://mail.sina.com.cn', domains: 'sina.com sina.cn vip.sina.com' },
  { provider: 'Sohu', source: 'https://mail.sohu.com', domains: 'sohu.com' },
  { provider: 'China Mobile', source: 'https://mail.10086.cn', domains: '139.com' },
  { provider: 'Alibaba', source: 'https://mail.aliyun.com', domains: 'aliyun.com' },
  { provider: 'Naver', source: 'https://mail.naver.com', domains: 'naver.com' },
  { provider: 'Kakao', source: 'https://mail.daum.net', domains: 'daum.net hanmail.net kakao.com' },
  { provider: 'Nate', source: 'https://mail.nate.com', domains: 'nate.com' },
  { provider: 'NTT Docomo', source: 'https://www.docomo.ne.jp', domains: 'docomo.ne.jp' },
  { provider: 'SoftBank', source: 'https://www.softbank.jp', domains: 'softbank.ne.jp i.softbank.jp' },
  { provider: 'KDDI', source: 'https://www.au.com', domains: 'ezweb.ne.jp au.com' },
  { provider: 'Nifty', source: 'https://www.nifty.com', domains: 'nifty.com' },
  { provider: 'Rediff', source: 'https://mail.rediff.com', domains: 'rediffmail.com' },
  { provider: 'Zoho', source: 'https://www.zoho.com/mail/', domains: 'zohomail.com zohomail.eu zohomail.in' },
  { provider: 'UOL', source: 'https://email.uol.com.br', domains: 'uol.com.br bol.com.br' },
  { provider: 'Terra', source: 'https://mail.terra.com.br', domains: 'terra.com.br' },
  { provider: 'iG', source: 'https://email.ig.com.br', domains: 'ig.com.br' },
  { provider: 'Telstra', source: 'https://www.telstra.com.au', domains: 'bigpond.com bigpond.net.au' },
  { provider: 'Optus', source: 'https://www.optus.com.au', domains: 'optusnet.com.au' },
  { provider: 'Spark', source: 'https://www.spark.co.nz', domains: 'xtra.co.nz' },
  { provider: 'MWEB', source: 'https://www.mweb.co.za', domains: 'mweb.co.za' },
  {
    provider: 'AT&T',
    source: 'https://currently.att.yahoo.com',
    domains: 'att.net sbcglobal.net bellsouth.net pacbell.net ameritech.net swbell.net',
  },
  { provider: 'Comcast', source: 'https://www.xfinity.com', domains: 'comcast.net' },
  { provider: 'Spectrum', source: 'https://www.spectrum.net', domains: 'charter.net rr.com roadrunner.com' },
  { provider: 'Cox', source: 'https://www.cox.com', domains: 'cox.net' },
  { provider: 'Optimum', source: 'https://www.optimum.net', domains: 'optonline.net optimum.net' },
  { provider: 'EarthLink', source: 'https://www.earthlink.net', domains: 'earthlink.net mindspring.com' },
  { provider: 'Juno', source: 'https://www.juno.com', domains: 'juno.com netzero.net netzero.com' },
  { provider: 'Lumen', source: 'https://www.centurylink.com', domains: 'centurylink.net q.com embarqmail.com' },
  { provider: 'Frontier', source: 'https://frontier.com', domains: 'frontier.com frontiernet.net' },
  { provider: 'Windstream', source: 'https://www.windstream.net', domains: 'windstream.net' },
  { provider: 'Rogers', source: 'https://www.rogers.com', domains: 'rogers.com' },
  { provider: 'Bell', source: 'https://www.bell.ca', domains: 'sympatico.ca bell.net' },
  { provider: 'Shaw', source: 'https://www.shaw.ca', domains: 'shaw.ca' },
  { provider: 'Telus', source: 'https://www.telus.com', domains: 'telus.net' },
  { provider: 'Vidéotron', source: 'https://videotron.com', domains: 'videotron.ca' },
  { provider: 'Hushmail', source: 'https://www.hushmail.com', domains: 'hushmail.com hush.com' },
  {
    provider: 'Fastmail',
    source: 'https://www.fastmail.com',
    domains: 'fastmail.com fastmail.fm fastmail.net fastmail.org fastmail.de fastmail.co.uk fastmail.com.au sent.com',
  },
  { provider: 'Pobox', source: 'https://www.pobox.com', domains: 'pobox.com' },
  { provider: 'Lycos', source: 'https://mail.lycos.com', domains: 'lycos.com' },
  { provider: 'Inbox.lv', source: 'https://www.inbox.lv', domains: 'inbox.lv inbox.eu' },
  { provider: 'Runbox', source: 'https://runbox.com', domains: 'runbox.com' },
  { provider: 'Disroot', source: 'https://disroot.org', domains: 'disroot.org' },
  { provider: 'Riseup', source: 'https://riseup.net', domains: 'riseup.net' },
  { provider: 'Startmail', source: 'https://www.startmail.com', domains: 'startmail.com' },
  { provider: 'DuckDuckGo', source: 'https://duckduckgo.com/email', domains: 'duck.com' },
  { provider: 'Mozilla', source: 'https://relay.firefox.com', domains: 'mozmail.com' },
  { provider: 'Mailinator', source: 'https://www.mailinator.com', domains: 'mailinator.com' },
  { provider: 'Guerrilla Mail', source: 'https://www.guerrillamail.com', domains: 'guerrillamail.com sharklasers.com' },
  { provider: 'YOPmail', source: 'https://yopmail.com', domains: 'yopmail.com yopmail.fr' },
  { provider: '10 Minute Mail', source: 'https://10minutemail.com', domains: '10minutemail.com' },
]

let byDomain: ReadonlyMap<string, string> | undefined

/** Who gives anybody addresses at a domain; undefined for every other domain. */
export const publicMailProviderOf = (domain: string): string | undefined => {
  byDomain ??= new Map(
    providers.flatMap(({ provider, domains }) => domains.split(' ').map(each => [each, provider] as const)),
  )
  return byDomain.get(domain.trim().toLowerCase().replace(/\.$/, ''))
}
