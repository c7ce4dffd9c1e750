/**
 * GEC codes (the two letters of the World Factbook, formerly FIPS 10-4) to ISO 3166-1 alpha-3, our own table.
 * Kosovo has no ISO code and stands as XKX, as the World Bank writes it.
 */
const gec = `
aa ABW ac ATG ae ARE af AFG ag DZA aj AZE al ALB am ARM an AND ao AGO aq ASM ar ARG as AUS au AUT av AIA
ba BHR bb BRB bc BWA bd BMU be BEL bf BHS bg BGD bh BLZ bk BIH bl BOL bm MMR bn BEN bo BLR bp SLB br BRA
bt BTN bu BGR bx BRN by BDI ca CAN cb KHM cd TCD ce LKA cf COG cg COD ch CHN ci CHL cj CYM ck CCK cm CMR
cn COM co COL cq MNP cs CRI ct CAF cu CUB cv CPV cw COK cy CYP da DNK dj DJI do DMA dr DOM ec ECU eg EGY
ei IRL ek GNQ en EST er ERI es SLV et ETH ez CZE fi FIN fj FJI fk FLK fm FSM fo FRO fp PYF fr FRA fs ATF
ga GMB gb GAB gg GEO gh GHA gi GIB gj GRD gk GGY gl GRL gm DEU gq GUM gr GRC gt GTM gv GIN gy GUY ha HTI
hk HKG ho HND hr HRV hu HUN ic ISL id IDN im IMN in IND io IOT ir IRN is ISR it ITA iv CIV iz IRQ ja JPN
je JEY jm JAM jo JOR ke KEN kg KGZ kn PRK kr KIR ks KOR kt CXR ku KWT kv XKX kz KAZ la LAO le LBN lg LVA
lh LTU li LBR lo SVK ls LIE lt LSO lu LUX ly LBY ma MDG mc MAC md MDA mg MNG mh MSR mi MWI mj MNE mk MKD
ml MLI mn MCO mo MAR mp MUS mr MRT mt MLT mu OMN mv MDV mx MEX my MYS mz MOZ nc NCL ne NIU nf NFK ng NER
nh VUT ni NGA nl NLD nn SXM no NOR np NPL nr NRU ns SUR nu NIC nz NZL od SSD pa PRY pc PCN pe PER pk PAK
pl POL pm PAN po PRT pp PNG ps PLW pu GNB qa QAT ri SRB rm MHL rn MAF ro ROU rp PHL rq PRI rs RUS rw RWA
sa SAU sb SPM sc KNA se SYC sf ZAF sg SEN sh SHN si SVN sl SLE sm SMR sn SGP so SOM sp ESP st LCA su SDN
sw SWE sx SGS sy SYR sz CHE tb BLM td TTO th THA ti TJK tk TCA tl TKL tn TON to TGO tp STP ts TUN tt TLS
tu TUR tv TUV tw TWN tx TKM tz TZA uc CUW ug UGA uk GBR up UKR us USA uv BFA uy URY uz UZB vc VCT ve VEN
vi VGB vm VNM vq VIR vt VAT wa NAM wf WLF wi ESH ws WSM wz SWZ ym YEM za ZMB zi ZWE`;

/** Names as the publishers write them, misspellings included; "=" parts name and code. */
const names = `
Afghanistan=AFG|Albania=ALB|Algeria=DZA|American Samoa=ASM|Angola=AGO|Antigua & Barbuda=ATG|Antigua and Barbuda=ATG
Argentina=ARG|Armenia=ARM|Australia=AUS|Austria=AUT|Azerbaijan=AZE|Bahamas, The=BHS|Bahrain=BHR|Bangladesh=BGD
Barbados=BRB|Belarus=BLR|Belgium=BEL|Belize=BLZ|Benin=BEN|Bermuda=BMU|Bolivia=BOL|Bosnia & Herzegovina=BIH
Bosnia Herzegovina=BIH|Bosnia and Herzegovina=BIH|Botswana=BWA|Brazil=BRA|British Virgin Islands=VGB|Brunei=BRN
Brunei Darussalam=BRN|Bulgaria=BGR|Burkina Faso=BFA|Burma=MMR|Burundi=BDI|Cambodia=KHM|Cameroon=CMR|Canada=CAN
Cape Verde=CPV|Cayman Islands=CYM|Central African Republic=CAF|Chad=TCD|Chile=CHL|China=CHN
China, Hong Kong SAR=HKG|Colombia=COL|Congo=COG|Congo, DR=COD|Congo, Republic=COG|Congo, Republic of the=COG
Cost Rica=CRI|Costa Rica=CRI|Cote d'Ivoire=CIV|Cote dIvoire=CIV|Côte d'Ivoire=CIV|Croatia=HRV|Cuba=CUB|Cyprus=CYP
Czech Rep.=CZE|Czech Republic=CZE|Czechia=CZE|Czechoslovakia=CSK|DRC=COD|Dem.Rep. of the Congo=COD
Democratic Republic of the Congo=COD|Denmark=DNK|Djibouti=DJI|Dominica=DMA|Dominican Rep.=DOM
Dominican Republic=DOM|Ecuador=ECU|Egypt=EGY|El Salvador=SLV|Equatorial Guinea=GNQ|Eritrea=ERI|Estonia=EST
Eswatini=SWZ|Ethiopia=ETH|EU=EU|European Union=EU|Fiji=FJI|Finland=FIN|France=FRA|French Polynesia=PYF|Gabon=GAB
Gambia, The=GMB|Georgia=GEO|German Democratic Republic=DDR|Germany=DEU|Gernamy=DEU|Ghana=GHA|Greece=GRC
Greenland=GRL|Grenada=GRD|Guadeloupe=GLP|Guam=GUM|Guatemala=GTM|Guinea=GIN|Guinea-Bissau=GNB|Guyana=GUY|Haiti=HTI
Honduras=HND|Hong Kong=HKG|Hungary=HUN|Iceland=ISL|India=IND|Indonesia=IDN|Iran=IRN|Iraq=IRQ|Ireland=IRL
Israel=ISR|Italy=ITA|Jamaica=JAM|Japan=JPN|Jordan=JOR|Kazakhstan=KAZ|Kenya=KEN|Kiribati=KIR|Korea, South=KOR
Kosovo=XKX|Kuwait=KWT|Kyrgyz Republic=KGZ|Kyrgyzstan=KGZ|Lao People's Dem. Rep.=LAO|Laos=LAO|Latvia=LVA
Lebanon=LBN|Lesotho=LSO|Liberia=LBR|Libya=LBY|Lithuania=LTU|Luxembourg=LUX|Macau=MAC|Macedonia=MKD
Macedonia, The Former Yugo Rep of=MKD|Madagascar=MDG|Malawi=MWI|Malaysia=MYS|Mali=MLI|Malta=MLT
Marshall Islands=MHL|Martinique=MTQ|Mauritania=MRT|Mauritius=MUS|Mexico=MEX|Moldova=MDA|Mongolia=MNG
Montenegro=MNE|Morocco=MAR|Mozambique=MOZ|Myanmar=MMR|NZ=NZL|Namibia=NAM|Nepal=NPL|Netherlands=NLD
Netherlands Antilles=ANT|New Caledonia=NCL|New Zealand=NZL|Nicaragua=NIC|Niger=NER|Nigeria=NGA
North Macedonia=MKD|Norway=NOR|Oman=OMN|Pakistan=PAK|Palau=PLW|Panama=PAN|Papua New Guinea=PNG|Paraguay=PRY
Peru=PER|Philippines=PHL|Pitcairn Islands=PCN|Poland=POL|Portugal=PRT|Qatar=QAT|Rep. of Korea=KOR
Rep. of Moldova=MDA|Republic of Korea=KOR|Republic of the Congo=COG|Romania=ROU|Russia=RUS
Russian Federation=RUS|Rwanda=RWA|S. Korea=KOR|Saint Kitts and Nevis=KNA|Saint Lucia=LCA
Saint Vincent and the Grenadines=VCT|Samoa=WSM|Saudi Arabia=SAU|Senegal=SEN|Serbia=SRB|Seychelles=SYC
Sierra Leone=SLE|Singapore=SGP|Slovakia=SVK|Slovenia=SVN|Somalia=SOM|South Africa=ZAF|South Korea=KOR
South Sudan=SSD|Spain=ESP|Sri Lanka=LKA|St. Kitts & Nevis=KNA|St. Kitts and Nevis=KNA|St. Lucia=LCA
St. Vincent & the Grenadines=VCT|St. Vincent and the Grenadines=VCT|State of Palestine=PSE|Sudan=SDN
Suriname=SUR|Swaziland=SWZ|Sweden=SWE|Switzerland=CHE|Syria=SYR|TFYR of Macedonia=MKD|Taiwan=TWN|Tajikistan=TJK
Tanzania=TZA|Thailand=THA|Timor Leste=TLS|Togo=TGO|Tokelau=TKL|Tonga=TON|Trinidad & Tobago=TTO
Trinidad and Tobago=TTO|Tunisia=TUN|Turkey=TUR|Turkmenistan=TKM|Türkiye=TUR|U.S.=USA|UAE=ARE|UK=GBR|US=USA|USA=USA
USSR=SUN|Uganda=UGA|Ukraine=UKR|United Arab Emirates=ARE|United Kingdom=GBR|United Rep. of Tanzania=TZA
United States=USA|United States of America=USA|Untied States=USA|Uruguay=URY|Uzbekistan=UZB|Vanuatu=VUT
Venezuela=VEN|Viet Nam=VNM|Vietnam=VNM|West Bank/Gaza Strip=PSE|Yemen=YEM|Yemen, North=YAR|Zambia=ZMB|Zimbabwe=ZWE`;

export const stateByGec: ReadonlyMap<string, string> = new Map(
  [...gec.matchAll(/(\w\w) ([A-Z]{3})/g)].map((found) => [found[1] ?? "", found[2] ?? ""]),
);

export const stateByName: ReadonlyMap<string, string> = new Map(
  names
    .split(/[|\n]/)
    .filter((entry) => entry !== "")
    .map((entry) => {
      const at = entry.lastIndexOf("=");
      return [entry.slice(0, at), entry.slice(at + 1)];
    }),
);
